import type { JobHelpers } from 'graphile-worker'
import { expect, test } from 'vitest'
import { tasks } from '#app/jobs/tasks.ts'
import { db } from '#app/platform/db.server.ts'
import { aVariant, jobs } from '#tests/support/make.ts'

const run = (event: string, payload: unknown = {}) => tasks[event]?.(payload, {} as JobHelpers)

test('ten changed products ask once for the names, and then they are found', async () => {
  const { product } = await aVariant()
  for (let i = 0; i < 10; i++) await run('product.changed', { productIds: [product.id] })
  expect((await jobs()).filter((job) => job === 'name.changed')).toHaveLength(1)

  await run('name.changed')
  expect(await db.searchName.count({ where: { kind: 'producer' } })).toBe(1)
})

test('with a new day old searches are forgotten and names are looked at again', async () => {
  await aVariant()
  await db.askedQuery.create({
    data: { day: new Date('2020-01-01'), words: 'lama', times: 1, isFound: true },
  })
  await db.searchFacetSet.create({ data: { id: 7n, facets: ['villages:desa-lama'] } })
  await run('day.began')
  expect(await db.searchFacetSet.count({ where: { id: 7n } })).toBe(0)
  expect(await db.askedQuery.count()).toBe(0)
  expect(await db.searchName.count()).toBeGreaterThan(0)
})
