import { Prisma } from '#app/generated/prisma/client.ts'
import type { Sought } from './postgres-words.server.ts'

const { sql, join } = Prisma

/**
 * How much the first word of the name (A), the name (B), the origin (C) and the story (D) count. What a thing is stands
 * first in Indonesian: `sabun susu` is soap, `susu segar` is milk.
 */
const weights = '{0.02, 0.2, 0.75, 1}'
/** What being right to the letter is worth, and not only the beginning of another word or a synonym. */
const forExactness = 0.2

/** The rank of a row of search_rows, below ten: the page mark has room for one figure before the point. */
export function rankOf(sought: Sought | null): Prisma.Sql {
  if (sought === null) return sql`0::float4`
  const { tsquery, exact, worth } = sought
  // Each word by itself: of words asked for together ts_rank would count how far apart they stand, and so how long the
  // names of villages are.
  const rank = sql`ts_rank(${weights}::float4[], words, ${tsquery.replaceAll('&', '|')}::tsquery)`
  const extra = [
    ...(exact === '' || exact === tsquery.replaceAll(/[()]/g, '') ? [] : [hasWorth(exact, forExactness)]),
    ...worth.map(({ term, points }) => hasWorth(term, points)),
  ]
  return sql`(${join([rank, ...extra], ' + ')})::float4`
}

const hasWorth = (tsquery: string, points: number) =>
  sql`case when words @@ ${tsquery}::tsquery then ${points}::float4 else 0 end`
