import { expect, test } from 'vitest'
import { listVillages, requireVillage } from '#app/domain/villages/public-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aCooperative, aProducer, aVariant, aVillage } from '#tests/support/make.ts'

test('a village counts its producers and the products one can see', async () => {
  const cooperative = await aCooperative()
  await aVariant({ cooperative })
  const hidden = await aVariant({ cooperative })
  await db.product.update({ where: { id: hidden.product.id }, data: { status: 'archived' } })
  await aProducer(cooperative)
  await aVillage('Beji')

  expect(await listVillages(db)).toMatchObject([
    { name: 'Beji', cityName: 'Kota Batu', producers: 0, products: 0 },
    { name: 'Tulungrejo', producers: 3, products: 1 },
  ])
})

test('a village shows its cooperative and its producers; another name is not found', async () => {
  const cooperative = await aCooperative()
  await aVariant({ cooperative })
  const { slug } = await db.village.findUniqueOrThrow({ where: { code: cooperative.villageCode ?? '' } })

  expect(await requireVillage(db, slug)).toMatchObject({
    name: 'Tulungrejo',
    cooperatives: [{ slug: cooperative.slug, name: cooperative.shortName }],
    producers: [{ name: 'Kelompok Tani Makmur', products: 1 }],
  })
  await expect(requireVillage(db, 'tidak-ada')).rejects.toMatchObject({ kind: 'not_found' })
})
