import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkDrift } from '#app/domain/search/check-drift.server.ts'
import { noFilters, type SearchEngine } from '#app/domain/search/engine.ts'
import { feedIndex } from '#app/domain/search/feed-index.server.ts'
import { markPending } from '#app/domain/search/feed-marks.server.ts'
import { feedSearch } from '#app/domain/search/feed-search.server.ts'
import { forgetWords } from '#app/domain/search/forget-words.server.ts'
import { indexProducts } from '#app/domain/search/index-products.server.ts'
import { meiliEngine } from '#app/domain/search/meili-engine.server.ts'
import { wordsUid } from '#app/domain/search/meili-words.server.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { searchEngine } from '#app/domain/search/search-engine.server.ts'
import { listSynonyms } from '#app/domain/search/synonyms.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { type Meili, MeiliError, meilisearch } from '#app/platform/meilisearch.server.ts'
import { findMeilisearch, startMeilisearch } from '#scripts/machine/meilisearch.ts'
import { aVariant, jobs } from '#tests/support/make.ts'
import {
  aFragileWay,
  isWithoutMeili,
  meiliConfig,
  removeIndexes,
  useMeili,
} from '#tests/support/meilisearch.ts'

const at = new Date('2026-11-24T03:00:00Z')
const program = findMeilisearch()
const nowhere = meilisearch({ url: 'http://127.0.0.1:1', key: 'none', timeoutMs: 1_000 })

async function products(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push((await aVariant({ name: `Keripik nomor satu ${i}` })).product.id)
  await indexProducts(db, ids, at)
  return ids
}

async function rename(id: string, name: string): Promise<void> {
  await db.product.update({ where: { id }, data: { name } })
  await indexProducts(db, [id], at)
}

const pending = () => db.searchFeed.count()
const query = { words: '', filters: noFilters, sort: 'fitting', after: null, limit: 50 } as const

async function found(meili: Meili, words: string): Promise<string[]> {
  const { uid } = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })
  return (await meiliEngine(meili, uid, await listSynonyms(db)).search({ ...query, words })).productIds
}

/** Goods of a maker with a name of its own, beside others; the way to erase it, and to ask whether a word is known. */
async function aMaker() {
  const meili = useMeili(meiliConfig())
  await products(1)
  const { product } = await aVariant({ name: 'Keripik lain' })
  const { producerId } = product
  await db.producer.update({ where: { id: producerId }, data: { name: 'Wijayakusuma' } })
  await indexProducts(db, [product.id], at)
  const knows = async (word: string) => {
    const { uid } = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })
    const [answer] = await meili.search([
      {
        indexUid: wordsUid(uid),
        q: word,
        matchingStrategy: 'all',
        limit: 20,
        attributesToRetrieve: ['word'],
      },
    ])
    return answer?.hits.some((hit) => hit.word === word) ?? false
  }
  const erase = () =>
    db.$transaction(async (tx) => {
      await tx.product.updateMany({ where: { producerId }, data: { status: 'archived' } })
      await tx.producer.update({ where: { id: producerId }, data: { name: 'Anggota yang keluar' } })
      await forgetWords(tx, { name: 'Wijayakusuma', producerId }, at)
    })
  return { meili, product, knows, erase }
}

/** How often it was said, from here on, that pages have to be made anew. */
async function hearOfChanges() {
  const heard = { times: 0 }
  const listener = await pool.connect()
  listener.on('notification', () => heard.times++)
  await listener.query('listen public_pages_changed')
  onTestFinished(async () => {
    await listener.query('unlisten *')
    listener.removeAllListeners('notification')
    listener.release()
  })
  return heard
}

test('while no server answers, what changes is written down once and nothing fails', async () => {
  const [first = '', second = ''] = await products(2)
  await expect(feedSearch(db, nowhere, at)).rejects.toThrow(MeiliError)
  expect(await pending()).toBe(2) // a new index has everything to be told
  await db.searchFeed.deleteMany()

  await rename(first, 'Sari Apel')
  await rename(first, 'Sari Apel Manalagi')
  await indexProducts(db, [second], at)
  await db.product.update({ where: { id: second }, data: { status: 'paused' } })
  await indexProducts(db, [second], at)

  expect((await db.searchFeed.findMany()).map(({ productId }) => productId).toSorted()).toEqual(
    [first, second].toSorted(),
  )
  expect(await jobs()).toContain('search.marked')
  await expect(feedSearch(db, nowhere, at)).rejects.toThrow(MeiliError)
  expect(await pending()).toBe(2)
})

test('who hands over so slowly that the claim ends and newer readings come first hands over again', async () => {
  const [id = ''] = await products(1)
  await db.searchIndex.create({ data: { uid: 'idx_1', settingsVersion: '1', state: 'live', changedAt: at } })
  await db.$transaction((tx) => markPending(tx, [id]))
  const told: string[] = []
  const engine = (before: () => Promise<void>): SearchEngine => ({
    ...postgresEngine(db),
    async put(documents) {
      await before()
      for (const { name } of documents) told.push(name)
    },
    remove: async () => {},
  })
  let isFirst = true
  const slow = engine(async () => {
    if (!isFirst) return
    isFirst = false
    await db.searchFeed.updateMany({ data: { claimedUntil: new Date(0) } })
    await rename(id, 'Sari Apel')
    await feedIndex(
      db,
      'idx_1',
      engine(async () => {}),
    )
  })
  await feedIndex(db, 'idx_1', slow)

  expect(told.map((name) => name.slice(0, 9))).toEqual(['Sari Apel', 'Keripik n', 'Sari Apel'])
  expect(await pending()).toBe(0)
})

test('where no index outside was ever asked for, nothing is written down', async () => {
  await products(2)
  expect(await pending()).toBe(0)
  expect(await jobs()).not.toContain('search.marked')
})

test('the drift check fills what is empty, corrects what differs and takes out what is gone', async () => {
  const ids = await products(3)
  await db.searchDocument.deleteMany({ where: { productId: ids[0] ?? '' } })
  await db.searchDocument.update({ where: { productId: ids[1] ?? '' }, data: { hash: '0'.repeat(32) } })
  await db.searchDocument.create({ data: { productId: 'prd_gone', hash: '1'.repeat(32), document: {} } })

  expect(await checkDrift(db, null, at)).toEqual({
    products: 3,
    staleDocuments: 3,
    indexUid: null,
    staleEntries: null,
  })
  expect(await checkDrift(db, null, at)).toMatchObject({ products: 3, staleDocuments: 0 })
  expect((await searchEngine(db).search({ ...query, words: 'keripik' })).productIds.toSorted()).toEqual(ids)
  expect(await db.searchCheck.count()).toBe(2)
})

describe.skipIf(isWithoutMeili)('with a server', () => {
  test('what was there, comes, changes and goes is in the index soon after', async () => {
    const [first = '', second = ''] = await products(2)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    expect((await found(meili, 'keripik')).toSorted()).toEqual([first, second])

    const [third = ''] = await products(1)
    await rename(first, 'Sari Apel')
    await db.product.update({ where: { id: second }, data: { status: 'archived' } })
    await indexProducts(db, [second], at)
    await feedSearch(db, meili, at)

    expect(await pending()).toBe(0)
    expect(await found(meili, 'nomor satu')).toEqual([third])
    expect(await found(meili, 'sari')).toEqual([first])
    expect(await checkDrift(db, meili, at)).toMatchObject({ staleDocuments: 0, staleEntries: 0 })
  })

  test('what somebody changed in the server is noticed and put right', async () => {
    const [first = ''] = await products(2)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    const { uid } = await db.searchIndex.findFirstOrThrow()
    await meili.removeDocuments(uid, [first])
    await meili.putDocuments(uid, [{ productId: 'prd_ghost', name: 'hantu', hash: 'x' }])

    expect(await checkDrift(db, meili, at)).toMatchObject({ staleDocuments: 0, staleEntries: 2 })
    await feedSearch(db, meili, at)

    expect(await found(meili, 'hantu')).toEqual([])
    expect(await found(meili, 'keripik')).toContain(first)
    expect(await checkDrift(db, meili, at)).toMatchObject({ staleEntries: 0 })
  })

  test('what is indexed and fed while the index is compared is not counted', async () => {
    const [first = ''] = await products(1)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    let isFirst = true
    const busy: Meili = {
      ...meili,
      async listDocuments(uid, asked) {
        const listed = await meili.listDocuments(uid, asked)
        if (isFirst) {
          isFirst = false
          await rename(first, 'Sari Apel')
          await feedSearch(db, meili, at)
        }
        return listed
      },
    }
    expect(await checkDrift(db, busy, at)).toMatchObject({ staleDocuments: 0, staleEntries: 0 })
    expect(await pending()).toBe(0)
  })

  test('several feeders, while products change, leave the index as the products are', async () => {
    const ids = await products(12)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)

    const changes = ids.map(async (id, i) => {
      for (let round = 0; round < 4; round++) await rename(id, `Dodol putaran ${'abcd'[round]} ${i}`)
    })
    const feeders = Array.from({ length: 4 }, () => feedSearch(db, meili, at))
    expect((await Promise.allSettled([...changes, ...feeders])).map(({ status }) => status)).toEqual(
      Array(16).fill('fulfilled'),
    )
    await feedSearch(db, meili, at)

    expect(await pending()).toBe(0)
    expect(await checkDrift(db, meili, at)).toMatchObject({ staleDocuments: 0, staleEntries: 0 })
    expect(await found(meili, 'dodol')).toHaveLength(12)
  })

  test('a rebuild while products change misses none of them, and search answers all the time', async () => {
    const ids = await products(20)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    const before = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })

    let isDone = false
    const answers: boolean[] = []
    const searching = (async () => {
      while (!isDone) {
        const { productIds, isLimited } = await searchEngine(db).search({ ...query, words: 'tani makmur' })
        answers.push(!isLimited && productIds.length === 20)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    const changing = (async () => {
      for (const [i, id] of ids.entries()) await rename(id, `Jenang nomor baru ${i}`)
    })()
    await feedSearch(db, meili, at, 'another')
    await changing
    await feedSearch(db, meili, at, 'another')
    isDone = true
    await searching

    expect(answers.length).toBeGreaterThan(5)
    expect(answers).not.toContain(false)
    const after = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })
    expect(after).toMatchObject({ settingsVersion: 'another' })
    expect(after.uid).not.toBe(before.uid)
    expect((await found(meili, 'jenang')).toSorted()).toEqual(ids)
    expect(await checkDrift(db, meili, at)).toMatchObject({ staleDocuments: 0, staleEntries: 0 })

    const later = new Date(at.getTime() + 11 * 60_000)
    await feedSearch(db, meili, later, 'another')
    expect(await meili.hasIndex(before.uid)).toBe(false)
    expect(await db.searchIndex.count()).toBe(1)
  })

  test.for(['failing', 'hanging'] as const)(
    'what a %s server was not told is told when it is well',
    async (mood) => {
      const [first = ''] = await products(2)
      const way = await aFragileWay()
      const meili = meilisearch({ url: way.url, key: way.key, timeoutMs: 1_000 })
      const well = useMeili(meiliConfig())
      await feedSearch(db, well, at)
      removeIndexes(well)
      await rename(first, 'Sari Apel')
      way.mood = mood

      await expect(feedSearch(db, meili, at)).rejects.toThrow(MeiliError)
      expect(await pending()).toBe(1)

      way.mood = 'well'
      await feedSearch(db, meili, at)
      expect(await pending()).toBe(0)
      expect(await found(well, 'sari')).toEqual([first])
    },
  )

  test('pages with words are made anew when the index has the change, and not when it had nothing to learn', async () => {
    const [first = ''] = await products(1)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    await rename(first, 'Sari Apel')
    const heard = await hearOfChanges()

    await feedSearch(db, meili, at)
    await expect.poll(() => heard.times).toBe(1)
    await db.searchSynonym.create({
      data: { id: 'syn_1', phrase: 'opak gambir', also: 'sari apel', isMutual: false, addedAt: at },
    })
    await feedSearch(db, meili, at)
    await expect.poll(() => heard.times).toBe(2)
    await feedSearch(db, meili, at)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(heard.times).toBe(2)
  })

  test('a name that was erased is in no index any more, and search goes on meanwhile', async () => {
    const { meili, product, knows, erase } = await aMaker()
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    const before = await db.searchIndex.findFirstOrThrow()
    expect(await knows('wijayakusuma')).toBe(true)

    await erase()
    expect(await jobs()).toContain('search.marked')
    const { isLimited } = await searchEngine(db).search({ ...query, words: 'keripik' })
    expect(isLimited).toBe(false)

    await feedSearch(db, meili, at)
    const after = await db.searchIndex.findFirstOrThrow({ where: { state: 'live' } })
    expect(after.uid).not.toBe(before.uid)
    expect([await knows('wijayakusuma'), await knows('keripik')]).toEqual([false, true])
    expect(await found(meili, 'wijayakusumo')).toEqual([])
    expect(await found(meili, 'keripik')).not.toContain(product.id)
    await feedSearch(db, meili, new Date(at.getTime() + 11 * 60_000))
    expect(await meili.hasIndex(before.uid)).toBe(false)
    expect((await db.searchIndex.findFirstOrThrow()).uid).toBe(after.uid)
  })

  test('an index that is being filled while a name is erased does not keep it either', async () => {
    const { meili, knows, erase } = await aMaker()
    let isErased = false
    const filling: Meili = {
      ...meili,
      async putDocuments(uid, documents) {
        await meili.putDocuments(uid, documents)
        if (isErased || !documents.some((one) => 'origin' in one)) return
        isErased = true
        await erase()
      },
    }
    await feedSearch(db, filling, at)
    removeIndexes(meili)
    expect([isErased, await knows('wijayakusuma')]).toEqual([true, true])
    await feedSearch(db, meili, at)
    expect([await knows('wijayakusuma'), await knows('keripik')]).toEqual([false, true])
  })

  test('what an operator says about words holds in a filled index', async () => {
    const [first = ''] = await products(1)
    const meili = useMeili(meiliConfig())
    await feedSearch(db, meili, at)
    removeIndexes(meili)
    expect(await found(meili, 'opak gambir')).toEqual([])

    await db.searchSynonym.create({
      data: { id: 'syn_1', phrase: 'opak gambir', also: 'nomor keripik', isMutual: false, addedAt: at },
    })
    await feedSearch(db, meili, at)

    expect(await found(meili, 'opak gambir')).toEqual([first])
  })
})

test.skipIf(!program)(
  'a server that was stopped while products changed and is started again lacks nothing',
  async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'meilisearch-'))
    const server = await startMeilisearch(program ?? '', { dir })
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const meili = meilisearch({ url: server.url, key: server.key, timeoutMs: 5_000 })
    const [first = '', second = ''] = await products(2)
    await feedSearch(db, meili, at)
    await server.stop()

    await rename(first, 'Sari Apel')
    await db.product.update({ where: { id: second }, data: { status: 'archived' } })
    await indexProducts(db, [second], at)
    const [third = ''] = await products(1)
    await expect(feedSearch(db, meili, at)).rejects.toThrow(MeiliError)

    const again = await startMeilisearch(program ?? '', { dir, port: server.port })
    onTestFinished(() => again.stop())
    await feedSearch(db, meili, at)
    expect(await checkDrift(db, meili, at)).toMatchObject({ products: 2, staleDocuments: 0, staleEntries: 0 })
    expect(await found(meili, 'sari')).toEqual([first])
    expect(await found(meili, 'nomor satu')).toEqual([third])
  },
)
