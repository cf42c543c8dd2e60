import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { bookShelves } from '#app/domain/shelves/book-shelves.server.ts'
import { stackOf } from '#app/domain/shelves/rules.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { reserveStock } from '#app/domain/stock/reserve-stock.server.ts'
import { tellOfLowStock } from '#app/domain/stock/tell-of-low-stock.server.ts'
import { dayOf, fromDate, toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepToChainRules } from './keep-to-chain-rules.server.ts'
import { keepToShelves } from './keep-to-shelves.ts'
import { keepToTerms } from './keep-to-terms.ts'
import { type DrawnLine, linesOf, type PlaceShelfOrder } from './lines.ts'
import { readChain, readShelves, readVariants } from './order-queries.server.ts'
import { piecesOf, totalOf } from './rules.ts'
import { tellOfPurchaseOrders } from './tell-of-orders.server.ts'

/**
 * Places a buyer's order: reserves the pieces, books the shelf space, and opens one purchase order per cooperative.
 *
 * All or nothing. The order keeps the prices, terms, cartons and measures of the moment. Placing the same `orderId` again
 * changes nothing and answers with the same order, so a form may be sent twice.
 *
 * @throws Refusal `not_found` for a variant, shelf or order id that is not theirs to use; `invalid` for what does not
 * fit, at its placement; `conflict` when stock or space is short, when it is less than a first order, when the week of
 * delivery is full, or when the chain requires what a product misses.
 */
export async function placeShelfOrder(
  db: Db,
  buyer: RetailMember,
  input: PlaceShelfOrder,
  at: Date,
): Promise<{ id: string }> {
  allow(buyer, 'shelf_order.place')
  const { orderId: id, placements } = input
  const { chainId } = buyer
  keepToPeriod(input, at)
  const period = { startsOn: toDate(input.startsOn), endsOn: toDate(input.endsOn) }

  return inTransaction(db, async (tx) => {
    const row = { id, chainId, ...period, placedBy: buyer.membershipId, placedAt: at }
    const { count: isNew } = await tx.shelfOrder.createMany({ data: row, skipDuplicates: true })
    if (!isNew) return requireOwn(tx, id, chainId)

    const variantIds = placements.map((one) => one.variantId)
    // Whoever takes a variant off sale, or orders it too, holds this lock: what is read after it is how things stand.
    // Stock before space, in every capability that takes both, so that two orders never wait for each other.
    await lockStock(tx, [...new Set(variantIds)])
    const [variants, shelves, chain] = [
      await readVariants(tx, variantIds, { chainId, deliverOn: input.startsOn }),
      await readShelves(
        tx,
        chainId,
        placements.map((one) => one.shelfId),
        period,
      ),
      await readChain(tx, chainId),
    ]
    keepToShelves(placements, variants, shelves)
    await keepToChainRules(tx, input, variants, chain.requires)
    const lines = linesOf(input, variants, shelves, chain)
    keepToTerms(lines, input.startsOn)
    await openPurchaseOrders(
      tx,
      buyer,
      { id, answerBy: new Date(at.getTime() + chain.answerHours * 3_600_000), ...period },
      lines,
      at,
    )
    await reserveStock(
      tx,
      buyer,
      lines.map((line) => ({
        ...line,
        orderLineId: line.id,
        pieces: piecesOf(line),
        deliverOn: input.startsOn,
      })),
      at,
    )
    await bookShelves(
      tx,
      period,
      lines.flatMap((line) =>
        line.placements.map(({ shelf, startMm, facings, field }) => ({
          shelfId: shelf.id,
          chainId,
          lineId: line.id,
          variantId: line.variantId,
          startMm,
          facings,
          stack: stackOf(line.variant, shelf),
          packWidthMm: line.variant.widthMm,
          packHeightMm: line.variant.heightMm,
          packDepthMm: line.variant.depthMm,
          field,
        })),
      ),
    )
    await tellOfPurchaseOrders(tx, id, at)
    await tellOfLowStock(
      tx,
      lines.map((line) => ({ variantId: line.variantId, pieces: piecesOf(line) })),
      at,
    )
    return { id }
  })
}

function keepToPeriod({ startsOn, endsOn }: PlaceShelfOrder, at: Date): void {
  const refuse = (field: string, key: 'period.past' | 'period.backwards') =>
    new Refusal('invalid', { key }, { [field]: { key } })
  if (endsOn <= startsOn) throw refuse('endsOn', 'period.backwards')
  if (startsOn < dayOf(at)) throw refuse('startsOn', 'period.past')
}

// In scope: an id that somebody else has taken is not found.
async function requireOwn(tx: Db, id: string, chainId: string): Promise<{ id: string }> {
  const found = await tx.shelfOrder.findFirst({ where: { id, chainId }, select: { id: true } })
  if (!found) throw notFound()
  return found
}

async function openPurchaseOrders(
  tx: Db,
  buyer: RetailMember,
  order: { id: string; answerBy: Date; startsOn: Date },
  lines: DrawnLine[],
  at: Date,
): Promise<void> {
  const byCooperative = [...Map.groupBy(lines, (line) => line.variant.cooperativeId)].map(
    ([cooperativeId, theirs]) => ({
      id: newId('purchaseOrder'),
      cooperativeId,
      lines: theirs,
    }),
  )
  await insertRows(
    tx,
    'purchase_orders',
    byCooperative.map(({ id, cooperativeId, lines: theirs }) => ({
      id,
      shelf_order_id: order.id,
      chain_id: buyer.chainId,
      cooperative_id: cooperativeId,
      cooperative_is_pkp: theirs.some((line) => line.variant.cooperativeIsPkp),
      total: totalOf(theirs),
      answer_by: order.answerBy,
    })),
  )
  await insertRows(
    tx,
    'purchase_order_lines',
    byCooperative.flatMap(({ id, lines: theirs }) =>
      theirs.map((line) => ({
        id: line.id,
        purchase_order_id: id,
        store_id: line.storeId,
        variant_id: line.variantId,
        cartons: line.cartons,
        asked_cartons: line.cartons,
        units_per_carton: line.unitsPerCarton,
        unit_price: line.unitPrice,
        list_price: line.variant.wholesalePrice,
        step_cartons: line.step?.fromCartons ?? null,
        member_price: line.variant.memberPrice,
        member_terms: line.variant.memberTerms,
        retail_price: line.variant.retailPrice,
        ppn_class: line.variant.ppnClass,
        deliver_on: fromDate(order.startsOn),
        least_days_left: line.leastDaysLeft,
      })),
    ),
  )
  await insertRows(
    tx,
    'purchase_order_moves',
    byCooperative.map(({ id }) => ({
      id: newId('move'),
      purchase_order_id: id,
      from_status: '',
      to_status: 'sent',
      by_membership_id: buyer.membershipId,
      at,
    })),
  )
}
