// Shelf orders, placed and answered by the very capabilities that people use, so that nothing stands that could not.
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import type { LineAnswer } from '#app/domain/shelf-orders/answers.ts'
import type { Placement } from '#app/domain/shelf-orders/lines.ts'
import { placeShelfOrder } from '#app/domain/shelf-orders/place-shelf-order.server.ts'
import { shipOrder } from '#app/domain/shelf-orders/ship-order.server.ts'
import { cartonsFor, fillOf, proposedPieces } from '#app/domain/shelves/rules.ts'
import { addDays, type Day, fromDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { buyerOf, officerOf } from './actors.ts'
import { chains } from './batu/chains.ts'
import { layouts } from './batu/layouts.ts'
import { orders, type SeedAnswer, type SeedOrder } from './batu/orders.ts'
import { products } from './batu/products.ts'
import { at } from './hours.ts'
import { numberedId } from './ids.ts'
import { variantId } from './packs.ts'
import { fixtures, shelvesOf, storeId } from './stores.ts'
import { variantOf } from './variant.ts'

/** Places every order of the seed and lets the cooperatives answer. */
export async function placeOrders(tx: Db, today: Day): Promise<void> {
  for (const [i, order] of orders.entries()) {
    const orderId = numberedId('shelfOrder', i + 1, order.chain)
    const placedOn = addDays(today, -order.placedDaysAgo)
    const startsOn = addDays(today, order.startsInDays)
    const endsOn = addDays(startsOn, order.days)
    const { placements, cartons } = drawn(order)
    await placeShelfOrder(
      tx,
      buyerOf(order.chain),
      { orderId, startsOn, endsOn, placements, cartons },
      at(placedOn, 13),
    )
    await answer(tx, orderId, order, { placedOn, today })
  }
}

/** What stands where, set side by side from the left, and the cartons that the chain's rules propose for it. */
function drawn({ chain, stands }: SeedOrder) {
  const placements: Placement[] = []
  const pieces = new Map<string, { storeId: string; product: string; pieces: number }>()
  for (const { layout, on } of stands)
    for (const [store, position] of on)
      for (const { shelf, product, startMm, facings, fill } of standing(layouts[layout], store, position)) {
        placements.push({ shelfId: shelf, variantId: variantId(product), startMm, facings })
        const key = `${store} ${product}`
        const before = pieces.get(key)?.pieces ?? 0
        pieces.set(key, {
          storeId: storeId(store),
          product,
          pieces: before + proposed(chain, product, facings, fill),
        })
      }
  const cartons = [...pieces.values()].map((line) => ({
    storeId: line.storeId,
    variantId: variantId(line.product),
    cartons: cartonsFor(line.pieces, variantNamed(line.product)),
  }))
  return { placements, cartons }
}

function standing(layout: (typeof layouts)[keyof typeof layouts], store: string, position: number) {
  const fixture = fixtures.find((one) => one.store === store && one.position === position)
  if (!fixture) throw new Error(`${store} has no fixture ${position}`)
  return shelvesOf(fixture).flatMap((shelf) => {
    let startMm = 0
    return (layout[shelf.level - 1] ?? []).map(([product, facings]) => {
      const variant = variantNamed(product)
      const fill = fillOf(facings, variant, { ...shelf, storage: fixture.storage })
      const placed = { shelf: shelf.id, product, startMm, facings, fill }
      startMm += facings * variant.widthMm
      return placed
    })
  })
}

function proposed(chain: string, product: string, facings: number, fill: number): number {
  const rules = chains.find(({ slug }) => slug === chain)?.rules
  if (!rules) throw new Error(`No chain is called ${chain}`)
  return proposedPieces(fill, facings * rules.dailySalesPerFacing, variantNamed(product), rules)
}

function variantNamed(name: string) {
  const product = products.find((one) => one.name === name)
  if (!product) throw new Error(`No product is called ${name}`)
  return variantOf(product)
}

// Yes to every line on the same afternoon, except what the order's answers say.
async function answer(
  tx: Db,
  shelfOrderId: string,
  order: SeedOrder,
  { placedOn, today }: { placedOn: Day; today: Day },
): Promise<void> {
  const opened = await tx.purchaseOrder.findMany({
    where: { shelfOrderId },
    select: {
      id: true,
      cooperative: { select: { slug: true } },
      lines: { select: { id: true, variantId: true, askedCartons: true, deliverOn: true } },
    },
  })
  for (const { id: purchaseOrderId, cooperative, lines } of opened) {
    const said = order.answers[cooperative.slug]
    if (said === 'waits') continue
    const answers = lines.map((line) => answerTo(line, said))
    const officer = officerOf(cooperative.slug)
    await answerPurchaseOrder(
      tx,
      officer,
      { purchaseOrderId, answers, reason: said?.reason ?? '' },
      at(placedOn, 16),
    )
    // What was to be delivered before today has left on its day.
    const days = answers.flatMap(({ lineId, answer }) => {
      const deliverOn = fromDate(lines.find(({ id }) => id === lineId)?.deliverOn ?? new Date())
      return answer === 'accept' && deliverOn < today ? [deliverOn] : []
    })
    for (const deliverOn of new Set(days))
      await shipOrder(tx, officer, { purchaseOrderId, deliverOn }, at(deliverOn, 8))
  }
}

type Line = { id: string; variantId: string; askedCartons: number; deliverOn: Date }

function answerTo(line: Line, said: Exclude<SeedAnswer, 'waits'> | undefined): LineAnswer {
  const lineId = line.id
  if (!said || line.variantId !== variantId(said.product)) return { lineId, answer: 'accept' }
  if (said.answer === 'decline') return { lineId, answer: 'decline' }
  return {
    lineId,
    answer: 'counter',
    cartons: Math.max(1, line.askedCartons - said.fewer),
    deliverOn: addDays(fromDate(line.deliverOn), said.later),
  }
}
