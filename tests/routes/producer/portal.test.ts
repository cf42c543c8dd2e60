import path from 'node:path'
import type { ActionFunction, LoaderFunction } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { action as correctionAction } from '#app/routes/producer/correction.tsx'
import { loader as data } from '#app/routes/producer/data.tsx'
import { loader as home } from '#app/routes/producer/home.tsx'
import { action as create, loader as fresh } from '#app/routes/producer/new-product.tsx'
import { loader as orders } from '#app/routes/producer/orders.tsx'
import { action as photos } from '#app/routes/producer/photos.ts'
import { action as profile } from '#app/routes/producer/profile.tsx'
import { action as profilePhotos } from '#app/routes/producer/profile-photos.tsx'
import { loader as proposal } from '#app/routes/producer/proposal.tsx'
import routes from '#app/routes.ts'
import { get, post } from '#tests/support/ask.ts'
import { aBuyer, aCategory, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'
import { aMember, aProducerMember } from '#tests/support/members.ts'
import { draftBy, save } from '#tests/support/proposals.ts'

async function aScene() {
  const { officer, producerId } = await aMember()
  const own = await aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
  return { officer, producerId, own }
}

function filesOf(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children = [] }) => [file, ...filesOf(children)])
}
const portal = async (name: string) => {
  const found = (await routes).find((entry) => entry.path === name)
  if (!found) throw new Error(`There is no ${name}`)
  return filesOf([found])
}
const statusOf = async (work: Promise<unknown>) => {
  const thrown = (await work.catch((error: unknown) => error)) as { init?: { status?: number } }
  return thrown.init?.status
}

test('a producer opens and sends nothing of the cooperative’s, the operator’s and the chains’ portals', async () => {
  const { own, producerId } = await aScene()
  const files = [
    ...(await portal('koperasi')),
    ...(await portal('pengelola')),
    ...(await portal('ritel')),
    ...(await portal('kota')),
  ]
  const letIn: string[] = []
  for (const file of files) {
    const { loader, action }: { loader?: LoaderFunction; action?: ActionFunction } = await import(
      path.resolve('app', file)
    )
    const params = { id: producerId, request: 'x' }
    if (loader && (await statusOf((async () => loader(await get('/x', own, params)))())) !== 403)
      letIn.push(file)
    if (action && (await statusOf((async () => action(await post('/x', own, {}, params)))())) !== 403)
      letIn.push(file)
  }
  expect(letIn).toEqual([])
  expect(files.length).toBeGreaterThan(30)
})

test('nobody but a producer opens or sends anything of the producer’s portal', async () => {
  const others = [
    await anOfficer({ role: 'manager' }),
    await anOperator(),
    await aBuyer(),
    await anOverseer(),
  ]
  const letIn: string[] = []
  for (const file of await portal('produsen')) {
    const { loader, action }: { loader?: LoaderFunction; action?: ActionFunction } = await import(
      path.resolve('app', file)
    )
    for (const who of others) {
      if (loader && (await statusOf((async () => loader(await get('/x', who)))())) !== 403) letIn.push(file)
      if (action && (await statusOf((async () => action(await post('/x', who, {})))())) !== 403)
        letIn.push(file)
    }
  }
  expect(letIn).toEqual([])
})

test('a producer photographs and sends a product of its own; who is named in the form does not matter', async () => {
  const { own, officer, producerId } = await aScene()
  const neighbour = (await aMember({ officer, name: 'Tetangga' })).producerId
  const { form, proposalId } = await fresh(await get('/produsen/produk/baru', own))
  expect(form).toMatchObject({ isOwn: true, producers: [{ id: producerId }], awaited: { by: 'colleagues' } })
  const jpeg = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#9c6' } })
    .jpeg()
    .toBuffer()
  const upload = new FormData()
  upload.set('photo', new File([new Uint8Array(jpeg)], 'sambal.jpg', { type: 'image/jpeg' }))
  const photo = (await (await photos(await post('/produsen/foto', own, upload))).json()) as { id: string }
  const typed = {
    proposalId,
    version: '0',
    photoId: photo.id,
    name: 'Sambal Apel 150 g',
    retailPrice: '25.000',
    intent: 'draft',
  }
  const refused = await create(await post('/x', own, { ...typed, producerId: neighbour }))
  expect((refused as unknown as { init: { status: number } }).init.status).toBe(422)
  const answer = (await create(await post('/x', own, { ...typed, producerId }))) as Response
  expect(answer.headers.get('location')).toBe(`/produsen/usulan/${proposalId}`)
  expect((await home(await get('/produsen', own))).open).toMatchObject([{ id: proposalId, status: 'draft' }])
  expect(await proposal(await get('/x', own, { id: proposalId }))).toMatchObject({
    proposal: { producerName: 'Kelompok Keripik Ceria' },
  })

  const theirs = (await save(officer, await draftBy(officer, { producerId: neighbour }))).id
  await expect(proposal(await get('/x', own, { id: theirs }))).rejects.toMatchObject({
    init: { status: 404 },
  })
})

test('what a producer writes of itself is kept; a form of another membership is refused', async () => {
  const { own, producerId } = await aScene()
  const categories = await aCategory()
  const answer = (await profile(
    await post('/x', own, { story: 'Dari dapur sendiri.', categories }),
  )) as Response
  expect(answer.headers.get('location')).toBe('/produsen/profil?tersimpan')
  expect(await db.producer.findUniqueOrThrow({ where: { id: producerId } })).toMatchObject({
    story: 'Dari dapur sendiri.',
  })
  const other = await profile(await post('/x', own, { membershipId: 'mbr_lain', story: 'x' }))
  expect((other as unknown as { init: { status: number } }).init.status).toBe(409)
})

test('a file that is no photo is refused with what to do', async () => {
  const { own } = await aScene()
  const upload = new FormData()
  upload.set('photo', new File(['halo'], 'catatan.txt'))
  const refused = (await profilePhotos(await post('/x', own, upload))) as unknown as {
    init: { status: number }
    data: { error: Record<string, string[]> }
  }
  expect([refused.init.status, refused.data.error.photoId?.[0]]).toEqual([
    422,
    expect.stringContaining('Foto ini rusak'),
  ])
})

test('pages of a producer who has nothing yet are empty, not broken; a correction without a value is refused', async () => {
  const { own } = await aScene()
  expect(await home(await get('/produsen', own))).toMatchObject({ page: [], open: [], isFirst: true })
  expect(await orders(await get('/produsen/pesanan', own))).toMatchObject({ page: [], total: 0n })
  expect((await data(await get('/produsen/data', own))).own.record).toMatchObject({
    nik: null,
    account: null,
  })
  const sent = await post('/x', own, { requestId: newId('request'), field: 'nik' })
  const refused = (await correctionAction(sent)) as unknown as { data: { error: Record<string, string[]> } }
  expect(refused.data.error.newValue).toEqual(['Isian ini belum diisi.'])
})
