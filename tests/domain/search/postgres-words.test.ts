import { expect, test } from 'vitest'
import { noFilters, type ProductDocument } from '#app/domain/search/engine.ts'
import { postgresEngine } from '#app/domain/search/postgres-engine.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aDocument } from './contract.ts'

async function looking(...names: string[]) {
  const documents = names.map(
    (name): ProductDocument => aDocument({ name, origin: '', facets: { categories: [] } }),
  )
  const engine = postgresEngine(db)
  await engine.put(documents)
  const nameOf = new Map(documents.map(({ productId, name }) => [productId, name]))
  return async (words: string) => {
    const query = { words, filters: noFilters, sort: 'fitting', after: null, limit: 10 } as const
    const { productIds, match } = await engine.page(query)
    return { names: productIds.map((id) => nameOf.get(id)), match }
  }
}

test('where no product has all the words, those with more of them come first, then those with the rarer ones', async () => {
  const find = await looking('Keripik Salak', 'Keripik Tempe', 'Keripik Nangka Pedas', 'Dodol Salak')
  const { names, match } = await find('keripik salak pedas')
  expect(match).toEqual({ kind: 'partly' })
  expect(names.slice(0, 2).toSorted()).toEqual(['Keripik Nangka Pedas', 'Keripik Salak'])
  expect((await find('keripik salak durian')).names[0]).toBe('Keripik Salak')
  expect((await find('dodol keripik')).names[0]).toBe('Dodol Salak')
})

test('a mistyped word does not lose the others, also where several are mistyped', async () => {
  const find = await looking('Sambal Bawang Goreng', 'Sambal Terasi', 'Bawang Goreng')
  expect(await find('sambal bwang grng')).toEqual({
    names: ['Sambal Bawang Goreng'],
    match: { kind: 'respelt', words: 'sambal bawang goreng' },
  })
})

test('of several that are near, the one is meant that goes with the other words', async () => {
  const find = await looking('Keripik Talas', 'Tas Rotan', 'Teh Talang')
  expect((await find('kripik tals')).names).toEqual(['Keripik Talas'])
  expect((await find('teh tlang')).names).toEqual(['Teh Talang'])
})

test('a short word that nobody has is not taken for another', async () => {
  const find = await looking('Teh Celup', 'Keripik Apel', 'Lada Hitam', 'Jambu Kristal')
  for (const words of ['tas', 'vas', 'keramik', 'labu kuning', 'kerang'])
    expect((await find(words)).names).toEqual([])
})

test('vowels may be left out, and words run together or split', async () => {
  const find = await looking('Kerupuk Udang', 'Madu Mongso', 'Carica Dieng', 'Sumberbrantas Wortel')
  expect((await find('krpk')).match).toEqual({ kind: 'respelt', words: 'kerupuk' })
  expect((await find('madumongso')).names).toEqual(['Madu Mongso'])
  expect((await find('karika')).names).toEqual(['Carica Dieng'])
  expect((await find('sumber brantas')).names).toEqual(['Sumberbrantas Wortel'])
})

test('what a thing is stands first in its name, and a whole word comes before the beginning of another', async () => {
  const find = await looking('Sabun Susu', 'Susu Murni', 'Stik Susu', 'Madura Manis', 'Sirup Madu')
  expect((await find('susu')).names[0]).toBe('Susu Murni')
  expect((await find('madu')).names).toEqual(['Madura Manis', 'Sirup Madu'].toReversed())
})
