import { soughtWords } from '#app/domain/search/normalise.ts'
import { begunBy } from '#app/domain/search/postgres-query.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type FoundName, type NameKind, nameKinds } from './rules.ts'

type Wanted = {
  kinds?: readonly NameKind[]
  /** The last word may be the beginning of a longer one, however short. */
  isTyping?: boolean
  perKind?: number
  limit: number
}

/**
 * Names that have all of these words, best first: called exactly so, beginning so, in the name itself; then those with
 * more products behind them. Where nothing has them, mistyped words are taken for the nearest that a name has.
 *
 * As they are now in the database: what is gone, hidden or called otherwise since it was indexed is left out.
 */
export async function findNames(db: Db, text: string, wanted: Wanted): Promise<FoundName[]> {
  const words = soughtWords(text)
  if (words.length === 0) return []
  const { kinds = nameKinds, isTyping = false, perKind = wanted.limit, limit } = wanted
  const key = `names ${words.join(' ')} ${kinds} ${isTyping} ${perKind} ${limit}`
  return remember(key, async () => {
    const found = await select(db, words, { kinds, isTyping, perKind, limit })
    if (found.length > 0) return found
    const respelt = await nearest(db, words, isTyping)
    return respelt ? select(db, respelt, { kinds, isTyping: false, perKind, limit }) : []
  })
}

/** For each word what would do, as terms of a tsquery. Words are letters and digits only, so they need no quoting. */
function termsOf(words: readonly string[], isTyping: boolean): string[][] {
  return words.map((word, i) => {
    if (isTyping && i === words.length - 1) return begunBy(word)
    return [word.length >= 4 ? `${word}:*` : word]
  })
}

const inName = (term: string): string => (term.endsWith('*') ? `${term}A` : `${term}:A`)
const allOf = (terms: string[][]): string => terms.map((some) => `(${some.join(' | ')})`).join(' & ')

async function select(db: Db, words: readonly string[], wanted: Required<Wanted>): Promise<FoundName[]> {
  const { kinds, isTyping, perKind, limit } = wanted
  const terms = termsOf(words, isTyping)
  const spelt = words.join(' ')
  const rows = await db.$queryRaw<FoundName[]>`
    with matching as (
      select *, spelt = ${spelt} as is_exact, starts_with(spelt, ${spelt}) as begins,
        words @@ ${allOf(terms.map((some) => some.map(inName)))}::tsquery as is_in_name
      from search_names
      where words @@ ${allOf(terms)}::tsquery and kind = any(${[...kinds]}::text[])
    ), ranked as (
      select *, row_number() over (partition by kind
        order by is_exact desc, begins desc, is_in_name desc, products desc, name, slug) as place
      from matching
    )
    select n.kind, n.slug, n.name, now.note, n.products
    from ranked n
    join lateral (
      select c.name_id as name, coalesce(parent.name_id, '') as note
      from categories c left join categories parent on parent.slug = c.parent_slug
      where n.kind = 'category' and c.slug = n.slug
      union all
      select v.name, v.district from villages v where n.kind = 'village' and v.slug = n.slug
      union all
      select o.short_name, coalesce(v.name, '')
      from organisations o left join villages v on v.code = o.village_code
      where n.kind = 'cooperative' and o.slug = n.slug and o.kind = 'cooperative'
      union all
      select pr.name, v.name from producers pr join villages v on v.code = pr.village_code
      where n.kind = 'producer' and pr.slug = n.slug
        and exists (select from products p where p.producer_id = pr.id and p.status = 'published')
      union all
      select s.name, o.short_name from stores s join organisations o on o.id = s.chain_id
      where n.kind = 'store' and s.slug = n.slug
    ) now on now.name = n.name
    where place <= ${perKind + 2}
    order by is_exact desc, begins desc, is_in_name desc, n.products desc, n.name, n.slug
    limit ${limit + 4}`
  return keepFew(rows, perKind, limit)
}

/** The first few of each kind. */
function keepFew(rows: FoundName[], perKind: number, limit: number): FoundName[] {
  const seen = new Map<NameKind, number>()
  const kept = rows.filter(({ kind }) => {
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    return before < perKind
  })
  return kept.slice(0, limit)
}

/** The words with those that nothing has exchanged for the nearest of a name; null where there is none to exchange. */
async function nearest(db: Db, words: readonly string[], isTyping: boolean): Promise<string[] | null> {
  const each = termsOf(words, isTyping).map((some) => some.join(' | '))
  const rows = await db.$queryRaw<{ word: string; nearest: string | null }[]>`
    with unknown as (
      select word from unnest(${[...words]}::text[], ${each}::text[]) typed(word, sought)
      where word ~ '^[a-z]{4,}$' and not exists (select from search_vocabulary known where known.word = typed.word)
        and not exists (select from search_names n where n.words @@ to_tsquery('simple', sought))
      limit 3
    ), known as (
      select distinct word from search_names n, unnest(tsvector_to_array(n.words)) word where word ~ '^[a-z]{3,}$'
    )
    select word, (
      select known.word from known
      where length(known.word) between length(unknown.word) - 2 and length(unknown.word) + 2
        and levenshtein_less_equal(known.word, unknown.word, 2) <= case when length(unknown.word) >= 6 then 2 else 1 end
      order by levenshtein_less_equal(known.word, unknown.word, 2), similarity(known.word, unknown.word) desc, known.word
      limit 1) as nearest
    from unknown`
  if (rows.length === 0 || rows.some((row) => row.nearest === null)) return null
  const exchanged = new Map(rows.map((row) => [row.word, row.nearest]))
  return words.map((word) => exchanged.get(word) ?? word)
}
