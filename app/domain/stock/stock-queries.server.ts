import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { emptyStock, type Stock } from './free-pieces.ts'

const { sql } = Prisma

/**
 * The lots that have not expired and what is held for orders, of a variant `v`, as JSON for `freePieces`.
 *
 * A piece of SQL for the reads of every folder, so that what buyers are shown is what can be reserved.
 */
export const stockAsJson = (today: Day) => sql`json_build_object(
  'lots', (
    select coalesce(json_agg(json_build_object('bestBefore', best_before, 'left', pieces)), '[]') from (
      select l.best_before, sum(m.on_hand)::int as pieces
      from lots l join stock_movements m on m.lot_id = l.id
      where l.variant_id = v.id and l.best_before >= ${toDate(today)}::date
      group by l.id having sum(m.on_hand) > 0
    ) lot
  ),
  'held', (
    select coalesce(json_agg(json_build_object('from', keeps_from, 'pieces', pieces)), '[]') from (
      select line.deliver_on + greatest(1, line.least_days_left) as keeps_from, sum(m.reserved)::int as pieces
      from stock_movements m join purchase_order_lines line on line.id = m.order_line_id
      where m.variant_id = v.id
      group by 1 having sum(m.reserved) <> 0
    ) held
  ))`

/**
 * Pieces of a variant `v` that can be ordered by whoever asks for no remaining life: what `freePieces` says of today, for
 * those who read many and draw none of the lots.
 */
export const freeToday = (today: Day) => sql`coalesce((
  select greatest(0, s.on_hand - s.reserved - coalesce((
    select sum(m.on_hand) from lots l join stock_movements m on m.lot_id = l.id
    where l.variant_id = v.id and l.best_before < ${toDate(today)}::date
  ), 0)) from stock_levels s where s.variant_id = v.id), 0)::int`

/** The stock of these variants as it is now; of one that nobody knows there is nothing. */
export async function readStock(
  db: Db,
  variantIds: string[],
  today: Day,
): Promise<(variantId: string) => Stock> {
  const rows = await db.$queryRaw<{ id: string; stock: Stock }[]>`
    select v.id, ${stockAsJson(today)} as stock from variants v where v.id = any(${variantIds}::text[])`
  const byId = new Map(rows.map(({ id, stock }) => [id, stock]))
  return (variantId) => byId.get(variantId) ?? emptyStock
}
