import { Prisma } from '#app/generated/prisma/client.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { hashOf, textOf } from './documents.server.ts'
import {
  facets,
  type Match,
  type Page,
  type ProductDocument,
  type SearchEngine,
  type SearchQuery,
  type Sort,
} from './engine.ts'
import { soughtWords, wordsOf } from './normalise.ts'
import { conditionsOf, countProducts } from './postgres-counts.server.ts'
import { allOf, understand } from './postgres-words.server.ts'

const { sql, join, empty } = Prisma

/** The engine that is used; the one place to change when there are two. */
export const searchEngine = (db: Db): SearchEngine => postgresEngine(db)

/** Search in PostgreSQL: a weighted tsvector for each product; where a word finds nothing, the nearest known one. */
export function postgresEngine(db: Db): SearchEngine {
  return {
    async search(query) {
      const { tsquery, ...page } = await listMatches(db, query)
      return { ...page, counts: await countProducts(db, tsquery, query.filters) }
    },
    async page(query) {
      const { tsquery: _, ...page } = await listMatches(db, query)
      return page
    },
    put: (documents) => put(db, documents),
    async remove(productIds) {
      await db.$executeRaw`delete from search_documents where product_id = any(${productIds}::text[])`
    },
    async ids(after, limit) {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select product_id as id from search_documents where product_id > ${after} order by product_id limit ${limit}`
      return rows.map(({ id }) => id)
    },
  }
}

async function listMatches(db: Db, query: SearchQuery): Promise<Page & { tsquery: string }> {
  const words = soughtWords(query.words)
  let match: Match = { kind: 'exactly' }
  let tsquery = allOf(words)
  let page = await listPage(db, query, tsquery)
  if (page.productIds.length === 0 && words.length > 0) {
    const understood = await remember(`words ${words.join(' ')}`, () => understand(db, words))
    match = understood.match
    if (understood.tsquery !== tsquery) {
      tsquery = understood.tsquery
      page = await listPage(db, query, tsquery)
    }
  }
  return { ...page, match, tsquery }
}

type Row = { id: string; price: bigint; popularity: number; published_at: Date; rank: number }

async function listPage(db: Db, { filters, sort, after, limit }: SearchQuery, tsquery: string) {
  const hasWords = tsquery !== ''
  const order = orders[sort === 'fitting' && !hasWords ? 'newest' : sort]
  const start = after === null ? null : order.read(after)
  const rank = hasWords
    ? sql`ts_rank('{0.02, 0.1, 0.3, 1}', words, to_tsquery('simple', ${tsquery}))`
    : sql`0::float4`
  const conditions = [
    ...(hasWords ? [sql`words @@ to_tsquery('simple', ${tsquery})`] : []),
    ...conditionsOf(filters).map(({ holds }) => holds),
  ]
  const rows = await db.$queryRaw<Row[]>`
    select product_id as id, price, popularity, published_at, rank from (
      select product_id, price, popularity, published_at, ${rank} as rank from search_documents
      ${conditions.length > 0 ? sql`where ${join(conditions, ' and ')}` : empty}
    ) found
    ${start ? sql`where ${start}` : empty}
    order by ${order.by} limit ${limit + 1}`
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    productIds: shown.map(({ id }) => id),
    next: last && rows.length > limit ? `${order.write(last)}~${last.id}` : null,
  }
}

/** How a page is ordered, how its last row is written down, and where the page after it starts. */
type Order = { by: Prisma.Sql; write(row: Row): string; read(after: string): Prisma.Sql | null }

const byPrice = (direction: Prisma.Sql, comparison: Prisma.Sql): Order => ({
  by: sql`price ${direction}, product_id ${direction}`,
  write: ({ price }) => String(price),
  read: (after) => {
    const [, price, id] = /^(\d{1,12})~(\w{1,60})$/.exec(after) ?? []
    return price && id ? sql`(price, product_id) ${comparison} (${BigInt(price)}, ${id})` : null
  },
})

const orders: Record<Sort, Order> = {
  fitting: {
    by: sql`rank desc, product_id desc`,
    write: ({ rank }) => String(rank),
    read: (after) => {
      const [, rank, id] = /^(\d(?:\.\d{1,12})?(?:e-\d\d?)?)~(\w{1,60})$/.exec(after) ?? []
      return rank && id ? sql`(rank, product_id) < (${Number(rank)}::float4, ${id})` : null
    },
  },
  newest: {
    by: sql`published_at desc, product_id desc`,
    write: ({ published_at }) => String(published_at.getTime()),
    read: (after) => {
      const [, time, id] = /^(\d{1,13})~(\w{1,60})$/.exec(after) ?? []
      return time && id ? sql`(published_at, product_id) < (${new Date(Number(time))}, ${id})` : null
    },
  },
  popular: {
    by: sql`popularity desc, product_id desc`,
    write: ({ popularity }) => String(popularity),
    read: (after) => {
      const [, popularity, id] = /^(\d{1,9})~(\w{1,60})$/.exec(after) ?? []
      return popularity && id ? sql`(popularity, product_id) < (${Number(popularity)}::int, ${id})` : null
    },
  },
  cheapest: byPrice(sql`asc`, sql`>`),
  dearest: byPrice(sql`desc`, sql`<`),
}

// Sorted by id and by word, so that two that write the same rows wait for each other rather than lock up.
async function put(db: Db, documents: ProductDocument[]): Promise<void> {
  if (documents.length === 0) return
  const vocabulary = new Set<string>()
  const rows = documents.map((document) => {
    const [nameWords, originWords] = [wordsOf(document.name), wordsOf(document.origin)]
    for (const word of [...nameWords, ...originWords]) if (/^[a-z]{3,}$/.test(word)) vocabulary.add(word)
    return {
      product_id: document.productId,
      facets: facets.flatMap((facet) => document.facets[facet].map((slug) => `${facet}:${slug}`)),
      price: String(document.price),
      min_cartons: document.minCartons,
      lead_time_days: document.leadTimeDays,
      shelf_life_days: document.shelfLifeDays,
      popularity: document.popularity,
      published_at: document.publishedAt,
      document: JSON.parse(textOf(document)),
      hash: hashOf(document),
      name: [...nameWords, ...document.codes].join(' '),
      origin: originWords.join(' '),
      story: wordsOf(document.story).join(' '),
    }
  })
  await db.$executeRaw`
    insert into search_documents (product_id, facets, price, min_cartons, lead_time_days, shelf_life_days, popularity,
      published_at, document, hash, words)
    select product_id, facets, price, min_cartons, lead_time_days, shelf_life_days, popularity, published_at, document,
      hash, setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', origin), 'B')
        || setweight(to_tsvector('simple', story), 'D')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as added(product_id text, facets text[], price bigint,
      min_cartons int, lead_time_days int, shelf_life_days int, popularity int, published_at timestamptz,
      document jsonb, hash text, name text, origin text, story text)
    order by product_id
    on conflict (product_id) do update set facets = excluded.facets, price = excluded.price,
      min_cartons = excluded.min_cartons, lead_time_days = excluded.lead_time_days,
      shelf_life_days = excluded.shelf_life_days, popularity = excluded.popularity,
      published_at = excluded.published_at, document = excluded.document, hash = excluded.hash, words = excluded.words`
  await db.$executeRaw`
    insert into search_vocabulary select unnest(${[...vocabulary].sort()}::text[]) on conflict do nothing`
}
