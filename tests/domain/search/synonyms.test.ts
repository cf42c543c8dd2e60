import { expect, test } from 'vitest'
import type { Operator } from '#app/domain/access/actors.ts'
import { addSynonym } from '#app/domain/search/add-synonym.server.ts'
import { noFilters } from '#app/domain/search/engine.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { removeSynonym } from '#app/domain/search/remove-synonym.server.ts'
import { mostSynonyms } from '#app/domain/search/rules.ts'
import { listSynonymsToChange } from '#app/domain/search/synonym-queries.server.ts'
import { listSynonyms } from '#app/domain/search/synonyms.server.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator, anOverseer } from '#tests/support/make.ts'
import { aDocument } from './contract.ts'

const at = new Date('2026-11-24T03:00:00Z')
const pair = (over: Partial<Parameters<typeof addSynonym>[2]> = {}) => ({
  id: newId('synonym'),
  phrase: 'apel malang',
  also: 'apel batu',
  ...over,
})
const events = async () =>
  (
    await pool.query(
      `select count(*)::int from graphile_worker.jobs where task_identifier = 'search.synonyms_changed'`,
    )
  ).rows[0].count

test('a synonym is read in normalised words, with who added it and when, and is announced', async () => {
  const operator = await anOperator()
  await addSynonym(db, operator, pair({ phrase: 'Apple Malang', also: 'apel  Batu' }), at)

  expect(await listSynonyms(db)).toEqual({ 'apel malang': ['apel batu'], 'malang apel': ['apel batu'] })
  expect(await listSynonymsToChange(db, operator)).toMatchObject({
    used: [{ addedAt: at, addedBy: operator.personName, isMutual: false }],
    removed: [],
  })
  expect(await events()).toBe(1)
})

test('a mutual one goes both ways', async () => {
  await addSynonym(db, await anOperator(), pair({ isMutual: true }), at)
  expect(await listSynonyms(db)).toMatchObject({ 'apel malang': ['apel batu'], 'apel batu': ['apel malang'] })
})

test('what is removed is used no more, and who removed it stays known', async () => {
  const operator = await anOperator()
  const one = pair()
  await addSynonym(db, operator, one, at)
  await removeSynonym(db, operator, one, at)
  await removeSynonym(db, operator, one, new Date(at.getTime() + 60_000))

  expect(await listSynonyms(db)).toEqual({})
  expect(await listSynonymsToChange(db, operator)).toMatchObject({
    used: [],
    removed: [{ id: one.id, removedAt: at, removedBy: operator.personName }],
  })
  await addSynonym(db, operator, pair(), at)
  expect(await listSynonyms(db)).toMatchObject({ 'apel malang': ['apel batu'] })
})

test('only the operator reads the list and changes it', async () => {
  const one = pair()
  await addSynonym(db, await anOperator(), one, at)
  for (const other of [await anOfficer(), await aBuyer(), await anOverseer()] as unknown as Operator[]) {
    await expect(addSynonym(db, other, pair({ phrase: 'duren' }), at)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(removeSynonym(db, other, one, at)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listSynonymsToChange(db, other)).rejects.toMatchObject({ kind: 'forbidden' })
  }
  expect(await listSynonyms(db)).toMatchObject({ 'apel malang': ['apel batu'] })
})

test.for([
  [{ phrase: '%% !!' }, 'invalid', { phrase: { key: 'synonym.no_words' } }],
  [{ phrase: 'kripik', also: 'keripik' }, 'invalid', { also: { key: 'synonym.same', words: 'keripik' } }],
  [{ phrase: 'satu dua tiga empat lima enam' }, 'invalid', { phrase: { key: 'synonym.many_words' } }],
  [{ phrase: 'Apple Malang' }, 'conflict', { also: { key: 'synonym.there' } }],
  [{ phrase: 'apel batu', also: 'apel malang' }, 'conflict', { also: { key: 'synonym.there' } }],
] as const)('%j is refused as %s, at its field', async ([over, kind, fields]) => {
  const operator = await anOperator()
  await addSynonym(db, operator, pair({ isMutual: true }), at)
  await expect(addSynonym(db, operator, pair(over), at)).rejects.toMatchObject({ kind, fields })
  expect(await db.searchSynonym.count()).toBe(1)
})

test('removing what never was is not found; an id that was removed is not taken again', async () => {
  const operator = await anOperator()
  await expect(removeSynonym(db, operator, { id: newId('synonym') }, at)).rejects.toMatchObject({
    kind: 'not_found',
  })
  const one = pair()
  await addSynonym(db, operator, one, at)
  await removeSynonym(db, operator, one, at)
  await expect(addSynonym(db, operator, { ...one, phrase: 'duku' }, at)).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('there is an end to them', async () => {
  const operator = await anOperator()
  await db.searchSynonym.createMany({
    data: Array.from({ length: mostSynonyms }, (_, i) => ({
      id: newId('synonym'),
      phrase: `kata ${i}`,
      also: 'lain',
      isMutual: false,
      addedAt: at,
    })),
  })
  await expect(addSynonym(db, operator, pair(), at)).rejects.toMatchObject({
    kind: 'conflict',
    fields: { phrase: { key: 'synonym.full' } },
  })
})

test('twenty who add the same at once: one does, and the others are told', async () => {
  const operator = await anOperator()
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () => addSynonym(db, operator, pair(), at)),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ kind: 'conflict', fields: { also: { key: 'synonym.there' } } })
  expect(await db.searchSynonym.count()).toBe(1)
})

test('one form sent ten times at once adds one row, and no answer is a mistake', async () => {
  const operator = await anOperator()
  const one = pair()
  await addSynonym(db, operator, one, at)
  await Promise.all(Array.from({ length: 10 }, () => addSynonym(db, operator, one, at)))
  expect(await db.searchSynonym.count()).toBe(1)
})

test('in PostgreSQL a phrase finds what the other phrase finds, in one direction', async () => {
  const operator = await anOperator()
  await addSynonym(db, operator, pair(), at)
  await addSynonym(db, operator, pair({ phrase: 'oleh-oleh', also: 'keripik' }), at)
  const named = (name: string) => aDocument({ name, origin: '', facets: { categories: [] } })
  const [batu, malang] = [named('Apel Batu'), named('Apel Malang')]
  const crisps = aDocument({ name: 'Keripik Nangka', origin: '' })
  const engine = postgresEngine(db)
  await engine.put([batu, malang, crisps])
  const find = async (words: string) =>
    (await engine.page({ words, filters: noFilters, sort: 'fitting', after: null, limit: 9 })).productIds

  expect(await find('apel malang')).toEqual([malang.productId, batu.productId])
  expect(await find('jual appel Malang murah')).toEqual([malang.productId, batu.productId])
  expect(await find('apel batu')).toEqual([batu.productId])
  expect(await find('oleh2')).toEqual([crisps.productId])
  expect(await find('constructor')).toEqual([])
})
