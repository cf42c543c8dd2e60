import { expect, test } from 'vitest'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { forgetOldQueries } from '#app/domain/demand/forget-old-queries.server.ts'
import { listMet, listPopular, listUnmet } from '#app/domain/demand/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'

const today = '2026-11-24'
const at = (day: string) => new Date(`${day}T05:00:00Z`)
const ask = (words: string, times: number, isFound: boolean, day = today) =>
  countQueries(db, [{ words, times, isFound }], at(day))

test('counts of a day add up, also from many servers at once, and the last answer counts', async () => {
  const some = [
    { words: 'madu', times: 2, isFound: false },
    { words: 'apel', times: 1, isFound: true },
  ]
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => countQueries(db, i % 2 ? some : some.toReversed(), at(today))),
  )
  await ask('madu', 1, true)

  const rows = await db.askedQuery.findMany({
    orderBy: { words: 'asc' },
    select: { words: true, times: true, isFound: true },
  })
  expect(rows).toEqual([
    { words: 'apel', times: 20, isFound: true },
    { words: 'madu', times: 41, isFound: true },
  ])
})

test('a day with too many different words takes no new ones, and counts those it has', async () => {
  await ask('madu', 1, true)
  await db.$executeRaw`
    insert into search_queries (day, words, times, is_found)
    select ${today}::date, 'banjir ' || n, 1, false from generate_series(1, 20000) n`
  await countQueries(
    db,
    [
      { words: 'madu', times: 2, isFound: true },
      { words: 'apel', times: 1, isFound: true },
    ],
    at(today),
  )
  expect(
    await db.askedQuery.findMany({
      where: { words: { in: ['madu', 'apel'] } },
      select: { words: true, times: true },
    }),
  ).toEqual([{ words: 'madu', times: 3 }])
})

test('popular is what was asked five times, by three on one day, lately, and is found', async () => {
  await ask('keripik', 4, true)
  await ask('madu', 6, true)
  await ask('apel', 3, true)
  await ask('apel', 2, true, '2026-11-20')
  await ask('durian', 50, false)
  await ask('kopi', 50, true, '2026-10-01')
  await ask('kopi', 2, true)

  expect(await listPopular(db, today, 10)).toEqual(['madu', 'apel'])
  expect(await listPopular(db, today, 1)).toEqual(['madu'])
})

test('what one person asks day after day never becomes public', async () => {
  for (let day = 1; day <= 24; day++) {
    const on = `2026-11-${String(day).padStart(2, '0')}`
    await ask('rahasia saya', 1, true, on)
    // Also not from two servers, or from before and after a restart.
    await ask('rahasia kami', 2, true, on)
  }
  expect(await listPopular(db, today, 10)).toEqual([])
})

test('what is looked for and not found is demand: by times and week, and only what three asked', async () => {
  const officer = await anOfficer()
  await ask('keripik durian', 2, false)
  await ask('keripik durian', 3, false, '2026-11-10')
  await ask('teh bunga', 2, false)
  await ask('madu', 9, false, '2026-11-01')
  await ask('madu', 1, true)

  expect(await listUnmet(db, officer, today)).toEqual([
    { words: 'keripik durian', times: 5, lastOn: today, weeks: [0, 0, 0, 0, 0, 3, 0, 2] },
  ])
  expect(await listMet(db, await anOperator(), today)).toMatchObject([{ words: 'madu', times: 10 }])
})

test('who neither sells nor runs the platform does not read the demand', async () => {
  for (const actor of [await aBuyer(), await anOverseer()]) {
    expect(() => listUnmet(db, actor, today)).toThrowError('forbidden: error.forbidden')
    expect(() => listMet(db, actor, today)).toThrowError('forbidden: error.forbidden')
  }
})

test('after 90 days it is forgotten', async () => {
  await ask('lama', 9, true, '2026-08-25')
  await ask('masih', 9, true, '2026-08-26')

  expect(await forgetOldQueries(db, at(today))).toBe(1)
  expect(await db.askedQuery.findMany({ select: { words: true } })).toEqual([{ words: 'masih' }])
})
