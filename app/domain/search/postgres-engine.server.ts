import { Prisma } from '#app/generated/prisma/client.ts'
import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { beginMuch } from './begun-words.server.ts'
import { textOf } from './documents.server.ts'
import type { Bounds, Counts, Filters, Found, Match, Page, SearchEngine, SearchQuery } from './engine.ts'
import { listFittingSets } from './facet-sets.server.ts'
import { soughtWords } from './normalise.ts'
import { countGroups, type Group } from './postgres-counts.server.ts'
import { type Order, orders, type Row } from './postgres-orders.ts'
import { putDocuments } from './postgres-put.server.ts'
import { rankOf } from './postgres-rank.ts'
import { asTyped, meaningsOf, type Sought, understand } from './postgres-words.server.ts'
import { listSynonyms } from './synonyms.server.ts'

const { sql, join, empty } = Prisma

/** Search in PostgreSQL: a weighted tsvector for each product; where a word finds nothing, the nearest known one. */
export function postgresEngine(db: Db): SearchEngine {
  return {
    search: (query) => search(db, query),
    page: (query) => page(db, query),
    put: (documents) => putDocuments(db, documents),
    async remove(productIds) {
      await db.$executeRaw`delete from search_documents where product_id = any(${productIds}::text[])`
    },
    kept: (after, limit) =>
      db.searchDocument.findMany({
        where: { productId: { gt: after } },
        orderBy: { productId: 'asc' },
        take: limit,
        select: { productId: true, hash: true },
      }),
  }
}

async function search(db: Db, query: SearchQuery): Promise<Found> {
  const sets = await listFittingSets(db, query.filters)
  const words = soughtWords(query.words)
  if (words.length === 0) {
    const [found, counts] = await Promise.all([
      listPage(db, query, { sought: null, sets }),
      countAll(db, query.filters),
    ])
    return { ...found, match: { kind: 'exactly' }, counts }
  }
  const { found, match } = await findFirst(db, words, query.isTyping, (sought) =>
    listPageAndGroups(db, query, sought, sets),
  )
  const { groups, ...page } = found
  return { ...page, match, counts: await countGroups(db, groups, query.filters) }
}

async function page(db: Db, query: SearchQuery): Promise<Page> {
  const sets = await listFittingSets(db, query.filters)
  const words = soughtWords(query.words)
  if (words.length === 0)
    return { ...(await listPage(db, query, { sought: null, sets })), match: { kind: 'exactly' } }
  const { found, match } = await findFirst(db, words, query.isTyping, (sought) =>
    listPage(db, query, { sought, sets }),
  )
  return { ...found, match }
}

/** What the words find as they were typed; when that is nothing, what they find as they were meant. */
async function findFirst<T extends { productIds: string[]; groups?: Group[] }>(
  db: Db,
  words: string[],
  isTyping: boolean | undefined,
  find: (sought: Sought) => Promise<T>,
): Promise<{ found: T; match: Match }> {
  const synonyms = await listSynonyms(db)
  const typed = asTyped(words, await meaningsOf(db, words, synonyms), isTyping)
  const found = await find(typed)
  // Where the words find something and the filters take all of it away, the words were right.
  if (found.productIds.length > 0 || found.groups?.length) return { found, match: { kind: 'exactly' } }
  const { match, ...meant } = await remember(`words ${words.join(' ')}`, () =>
    understand(db, words, synonyms),
  )
  return { found: meant.tsquery === typed.tsquery ? found : await find(meant), match }
}

/** Half a word begins half of everything: to rank all of it would take longer than the next letter. */
const mostAskedOnly = sql`order by popularity desc, product_id desc limit 300`

const hasWords = ({ tsquery }: Sought, isAlongPopularity: boolean) =>
  isAlongPopularity ? sql`(words @@ ${tsquery}::tsquery) is true` : sql`words @@ ${tsquery}::tsquery`

type Asked = { sought: Sought | null; sets: bigint[] | null }

async function listPage(db: Db, query: SearchQuery, { sought, sets }: Asked) {
  const order = orderOf(query, sought)
  const isPopular = query.isTyping === true && query.sort === 'popular'
  const isAlongPopularity = isPopular && (await beginMuch(db, soughtWords(query.words)))
  const conditions = [
    ...(sought === null ? [] : [hasWords(sought, isAlongPopularity)]),
    ...(sets === null ? [] : [sql`facet_set = any(${sets}::bigint[])`]),
    fitsPrice(query.filters),
    fitsBounds(query.filters),
  ]
  const rows = await db.$queryRaw<Row[]>`
    select product_id as id, price, popularity, published_at as "publishedAt", rank from (
      select product_id, price, popularity, published_at, ${rankOf(sought)} as rank from (
        select * from search_rows where ${join(conditions, ' and ')} ${query.isTyping ? mostAskedOnly : empty}
      ) matching
    ) found
    where ${startOf(query, order)}
    order by ${order.by} limit ${query.limit + 1}`
  return cut(rows, query, order)
}

type RowOrGroup = { [key in keyof Row]: Row[key] | null } & { [key in keyof Group]: Group[key] | null }

/** Reads the matches of the words once, for the page and for the counts. */
async function listPageAndGroups(db: Db, query: SearchQuery, sought: Sought, sets: bigint[] | null) {
  const order = orderOf(query, sought)
  const isFitting = sets === null ? sql`true` : sql`facet_set = any(${sets}::bigint[])`
  const rows = await db.$queryRaw<RowOrGroup[]>`
    with found as materialized (
      select product_id, facet_set, price, popularity, published_at, ${rankOf(sought)} as rank,
        ${fitsPrice(query.filters)} as fits_price, ${fitsBounds(query.filters)} as fits_bounds
      from search_rows where words @@ ${sought.tsquery}::tsquery
    )
    (select product_id as id, price, popularity, published_at as "publishedAt", rank, null::bigint as set,
      null::boolean as "fitsPrice", null::boolean as "fitsBounds", null::int as n, null::bigint as lowest,
      null::bigint as highest
    from found where fits_price and fits_bounds and ${isFitting} and ${startOf(query, order)}
    order by ${order.by} limit ${query.limit + 1})
    union all
    select null, null, null, null, null, facet_set, fits_price, fits_bounds, count(*)::int, min(price), max(price)
    from found group by facet_set, fits_price, fits_bounds`
  const groups = rows.filter((row): row is RowOrGroup & Group => row.set !== null)
  const shown = rows.filter((row): row is RowOrGroup & Row => row.id !== null)
  return { ...cut(shown, query, order), groups }
}

/** Counts of everything, kept until something public changes: it is every page without words. */
function countAll(db: Db, filters: Filters): Promise<Counts> {
  return remember(`counts ${textOf(filters)}`, async () => {
    const groups = await db.$queryRaw<Group[]>`
      select facet_set as set, ${fitsPrice(filters)} as "fitsPrice", ${fitsBounds(filters)} as "fitsBounds",
        count(*)::int as n, min(price) as lowest, max(price) as highest
      from search_rows group by 1, 2, 3`
    return countGroups(db, groups, filters)
  })
}

const fitsPrice = ({ fromPrice, toPrice }: Bounds) =>
  every([
    ...(fromPrice === null ? [] : [sql`price >= ${fromPrice}`]),
    ...(toPrice === null ? [] : [sql`price <= ${toPrice}`]),
  ])

const fitsBounds = ({ mostMinCartons, mostLeadDays, leastShelfLifeDays }: Bounds) =>
  every([
    ...(mostMinCartons === null ? [] : [sql`min_cartons <= ${mostMinCartons}`]),
    ...(mostLeadDays === null ? [] : [sql`lead_time_days <= ${mostLeadDays}`]),
    ...(leastShelfLifeDays === null ? [] : [sql`shelf_life_days >= ${leastShelfLifeDays}`]),
  ])

const every = (conditions: Prisma.Sql[]) =>
  conditions.length === 0 ? sql`true` : sql`(${join(conditions, ' and ')})`

const orderOf = ({ sort }: SearchQuery, sought: Sought | null): Order =>
  orders[sort === 'fitting' && sought === null ? 'newest' : sort]

const startOf = ({ after }: SearchQuery, order: Order) =>
  (after === null ? null : order.read(after)) ?? sql`true`

function cut(rows: Row[], { limit }: SearchQuery, order: Order) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    productIds: shown.map(({ id }) => id),
    next: last && rows.length > limit ? `${order.write(last)}~${last.id}` : null,
  }
}
