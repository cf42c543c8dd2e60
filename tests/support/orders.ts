import type { RetailMember } from '#app/domain/access/actors.ts'
import type { Placement, PlaceShelfOrder } from '#app/domain/shelf-orders/lines.ts'
import { placeShelfOrder } from '#app/domain/shelf-orders/place-shelf-order.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, aFixture, anOfficer, aVariant } from './make.ts'

/** When the tests' orders are placed. */
export const now = new Date('2026-11-24T03:00:00Z')

export const anOrder = (placements: Placement[], over: Partial<PlaceShelfOrder> = {}): PlaceShelfOrder => ({
  orderId: newId('shelfOrder'),
  startsOn: '2026-12-01',
  endsOn: '2027-03-01',
  placements,
  cartons: [],
  ...over,
})

/** A buyer with one shelf of their chain, a variant with stock, and a placement of it. */
export async function aScene(over: { onHand?: number; variant?: Parameters<typeof aVariant>[0] } = {}) {
  const buyer = await aBuyer()
  const fixture = await aFixture({ chain: { id: buyer.chainId } })
  const [shelf] = fixture.shelves
  if (!shelf) throw new Error('a fixture has a shelf')
  const variant = await aVariant({ onHand: over.onHand, ...over.variant })
  const placement = { shelfId: shelf.id, variantId: variant.id, startMm: 0, facings: 3 }
  return { buyer, fixture, shelf, variant, placement }
}

/** The same, ordered: with the purchase order, its line, and an officer who may answer. */
export async function aPlacedOrder(over: Parameters<typeof aScene>[0] & { cartons?: number } = {}) {
  const scene = await aScene(over)
  const { variant, fixture, placement } = scene
  const cartons = over.cartons
    ? [{ storeId: fixture.storeId, variantId: variant.id, cartons: over.cartons }]
    : []
  const { id } = await placeShelfOrder(db, scene.buyer, anOrder([placement], { cartons }), now)
  const order = await db.purchaseOrder.findFirstOrThrow({
    where: { shelfOrderId: id },
    include: { lines: true },
  })
  const [line] = order.lines
  if (!line) throw new Error('an order has a line')
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  return { ...scene, shelfOrderId: id, order, line, officer: await anOfficer({ organisation }) }
}

export const levelOf = (variantId: string) =>
  db.stockLevel.findUniqueOrThrow({ where: { variantId }, select: { onHand: true, reserved: true } })

export const place = (buyer: RetailMember, order: PlaceShelfOrder) => placeShelfOrder(db, buyer, order, now)
