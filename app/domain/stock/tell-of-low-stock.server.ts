import { packName } from '#app/domain/catalogue/pack-name.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { freeToday } from './stock-queries.server.ts'

type Row = {
  id: string
  name: string
  netContent: string
  position: number
  pieces: number
  low: number
  cooperativeId: string
}

/**
 * Tells a cooperative of packs that have just run low: that had more free pieces than the officer set before `taken` were
 * taken, and no longer have. Once a day and pack.
 */
export async function tellOfLowStock(
  tx: Db,
  taken: { variantId: string; pieces: number }[],
  at: Date,
): Promise<void> {
  const piecesOf = new Map<string, number>()
  for (const { variantId, pieces } of taken) piecesOf.set(variantId, (piecesOf.get(variantId) ?? 0) + pieces)
  const rows = await tx.$queryRaw<Row[]>`
    select v.id, p.name, v.net_content as "netContent", v.position, free.pieces, v.low_stock_pieces as low, v.cooperative_id as "cooperativeId"
    from variants v
    join products p on p.id = v.product_id
    cross join lateral (select ${freeToday(dayOf(at))} as pieces) free
    where v.id = any(${[...piecesOf.keys()]}) and v.low_stock_pieces > 0 and free.pieces <= v.low_stock_pieces
    order by v.id`
  for (const { id, pieces, low, cooperativeId, ...named } of rows) {
    if (pieces + (piecesOf.get(id) ?? 0) <= low) continue
    const to = { organisationId: cooperativeId }
    await tell(
      tx,
      { kind: 'stock.low', to, about: id, values: { name: packName(named), pieces }, occasion: dayOf(at) },
      at,
    )
  }
}
