import { packName } from '#app/domain/catalogue/pack-name.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type Level = { variantId: string; name: string; onHand: number; reserved: number }

/**
 * Locks the stock of several variants until the transaction ends, and gives what there is.
 *
 * The rows are locked in the order of their ids, whatever the order asked: two orders never wait in a circle. Every
 * capability that changes stock calls this first, and takes stock before shelf space.
 */
export async function lockStock(tx: Db, variantIds: string[]): Promise<Map<string, Level>> {
  const rows = await tx.$queryRaw<(Level & { netContent: string; position: number })[]>`
    select l.variant_id as "variantId", p.name, v.net_content as "netContent", v.position,
      l.on_hand as "onHand", l.reserved
    from stock_levels l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
    where l.variant_id = any(${variantIds}::text[])
    order by l.variant_id for update of l`
  return new Map(
    rows.map(({ netContent, position, ...level }) => [
      level.variantId,
      { ...level, name: packName({ name: level.name, netContent, position }) },
    ]),
  )
}
