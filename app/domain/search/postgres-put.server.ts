import type { Db } from '#app/platform/transaction.server.ts'
import { hashOf, textOf } from './documents.server.ts'
import type { ProductDocument } from './engine.ts'
import { facetSetOf, keepSets } from './facet-sets.server.ts'
import { kindsOf } from './kinds.ts'
import { wordsOf } from './normalise.ts'

/**
 * Keeps these documents and what PostgreSQL searches of them, in place of what was kept before.
 *
 * Everything is written in the order of its key, so that two that write the same rows wait for each other rather than
 * lock up.
 */
export async function putDocuments(db: Db, documents: ProductDocument[]): Promise<void> {
  if (documents.length === 0) return
  const sets = new Map<bigint, string[]>()
  const vocabulary = new Set<string>()
  const rows = documents.map((document) => {
    const [nameWords, originWords] = [wordsOf(document.name), wordsOf(document.origin)]
    for (const word of [...nameWords, ...originWords]) if (/^[a-z]{3,}$/.test(word)) vocabulary.add(word)
    const set = facetSetOf(document.facets)
    sets.set(set.id, set.facets)
    return {
      product_id: document.productId,
      facet_set: String(set.id),
      price: String(document.price),
      min_cartons: document.minCartons,
      lead_time_days: document.leadTimeDays,
      shelf_life_days: document.shelfLifeDays,
      popularity: document.popularity,
      published_at: document.publishedAt,
      document: JSON.parse(textOf(document)),
      hash: hashOf(document),
      head: nameWords.slice(0, 1).join(' '),
      name: [...nameWords.slice(1), ...document.codes].join(' '),
      // What a kind is counts once more than what else its name says.
      origin: [...originWords, ...kindsOf(document)].join(' '),
      story: wordsOf(document.story).join(' '),
    }
  })
  const json = JSON.stringify(rows)
  await keepSets(db)
  await db.$executeRaw`
    insert into search_facet_sets (id, facets)
    select id, facets from jsonb_to_recordset(${setsAsJson(sets)}::jsonb) as added(id bigint, facets text[]) order by id
    on conflict do nothing`
  await db.$executeRaw`
    insert into search_documents (product_id, document, hash)
    select product_id, document, hash
    from jsonb_to_recordset(${json}::jsonb) as added(product_id text, document jsonb, hash text) order by product_id
    on conflict (product_id) do update set document = excluded.document, hash = excluded.hash`
  await db.$executeRaw`
    insert into search_rows (product_id, facet_set, price, min_cartons, lead_time_days, shelf_life_days, popularity,
      published_at, words)
    select product_id, facet_set, price, min_cartons, lead_time_days, shelf_life_days, popularity, published_at,
      setweight(to_tsvector('simple', head), 'A') || setweight(to_tsvector('simple', name), 'B')
        || setweight(to_tsvector('simple', origin), 'C') || setweight(to_tsvector('simple', story), 'D')
    from jsonb_to_recordset(${json}::jsonb) as added(product_id text, facet_set bigint, price bigint, min_cartons int,
      lead_time_days int, shelf_life_days int, popularity int, published_at timestamptz, head text, name text,
      origin text, story text)
    order by product_id
    on conflict (product_id) do update set facet_set = excluded.facet_set, price = excluded.price,
      min_cartons = excluded.min_cartons, lead_time_days = excluded.lead_time_days,
      shelf_life_days = excluded.shelf_life_days, popularity = excluded.popularity,
      published_at = excluded.published_at, words = excluded.words`
  await db.$executeRaw`
    insert into search_vocabulary select unnest(${[...vocabulary].sort()}::text[]) on conflict do nothing`
}

const setsAsJson = (sets: Map<bigint, string[]>): string =>
  JSON.stringify([...sets].map(([id, facets]) => ({ id: String(id), facets })))
