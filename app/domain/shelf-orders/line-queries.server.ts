import { packName } from '#app/domain/catalogue/pack-name.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { dayOf, fromDate } from '#app/platform/calendar.ts'
import { times } from '#app/platform/money.ts'
import { facingsFor, piecesOf } from './rules.ts'

/** What pages of both sides show of an order line. */
export const lineSelect = {
  id: true,
  status: true,
  cartons: true,
  askedCartons: true,
  unitsPerCarton: true,
  unitPrice: true,
  listPrice: true,
  stepCartons: true,
  deliverOn: true,
  counterCartons: true,
  counterDeliverOn: true,
  store: { select: { id: true, name: true } },
  movements: { where: { kind: 'shipped' }, select: { at: true }, orderBy: { at: 'asc' }, take: 1 },
  variant: {
    select: {
      id: true,
      widthMm: true,
      heightMm: true,
      netContent: true,
      position: true,
      product: { select: { name: true, slug: true, producer: { select: { name: true } } } },
      frontPhoto: { select: { hash: true, madeAt: true } },
      stockLevel: { select: { onHand: true, reserved: true } },
    },
  },
  bookings: {
    where: { releasedAt: null },
    select: {
      id: true,
      facings: true,
      stack: true,
      startMm: true,
      packWidthMm: true,
      packHeightMm: true,
      packDepthMm: true,
      startsOn: true,
      shelf: {
        select: {
          id: true,
          level: true,
          widthMm: true,
          heightMm: true,
          depthMm: true,
          fixture: { select: { id: true, name: true } },
        },
      },
    },
    orderBy: [{ shelfId: 'asc' }, { startMm: 'asc' }],
  },
} as const satisfies Prisma.PurchaseOrderLineSelect

type Row = Prisma.PurchaseOrderLineGetPayload<{ select: typeof lineSelect }>
export type OrderLine = ReturnType<typeof readLine>

export function readLine({ variant, store, bookings, movements, ...line }: Row) {
  const { id: variantId, frontPhoto, product, stockLevel, netContent, position, ...pack } = variant
  const places = bookings.map(({ shelf: { fixture, ...shelf }, packDepthMm, ...booking }) => ({
    ...booking,
    startsOn: fromDate(booking.startsOn),
    shelf,
    level: shelf.level,
    fixture,
    piecesPerFacing: booking.stack * Math.floor(shelf.depthMm / packDepthMm),
  }))
  const pieces = piecesOf(line)
  const shaped = {
    ...line,
    ...pack,
    variantId,
    name: packName({ name: product.name, netContent, position }),
    slug: product.slug,
    producerName: product.producer.name,
    photo: { hash: frontPhoto.hash, isReady: frontPhoto.madeAt !== null },
    store,
    stock: stockLevel ?? { onHand: 0, reserved: 0 },
    deliverOn: fromDate(line.deliverOn),
    shippedOn: movements[0] ? dayOf(movements[0].at) : null,
    counterDeliverOn: line.counterDeliverOn ? fromDate(line.counterDeliverOn) : null,
    pieces,
    total: times(line.unitPrice, pieces),
    places,
    facings: places.reduce((sum, one) => sum + one.facings, 0),
    fill: places.reduce((sum, one) => sum + one.facings * one.piecesPerFacing, 0),
  }
  return { ...shaped, effect: effectOf(shaped) }
}

/** What taking a counter-offer would do to the shelf: how many facings stay, and how many mm are free again. */
function effectOf(line: {
  counterCartons: number | null
  unitsPerCarton: number
  places: { id: string; facings: number; piecesPerFacing: number; packWidthMm: number }[]
}) {
  if (line.counterCartons === null) return null
  const kept = facingsFor(line.counterCartons * line.unitsPerCarton, line.places)
  const facings = kept.reduce((sum, one) => sum + one.facings, 0)
  const freedMm = line.places.reduce(
    (sum, place) =>
      sum + (place.facings - (kept.find(({ id }) => id === place.id)?.facings ?? 0)) * place.packWidthMm,
    0,
  )
  return { facings, freedMm, kept }
}

export const moveSelect = {
  id: true,
  lineId: true,
  toStatus: true,
  at: true,
  reason: true,
  by: { select: { person: { select: { name: true } }, organisation: { select: { shortName: true } } } },
} as const satisfies Prisma.PurchaseOrderMoveSelect

export function readMove({ by, ...move }: Prisma.PurchaseOrderMoveGetPayload<{ select: typeof moveSelect }>) {
  return { ...move, person: by.person.name, organisation: by.organisation.shortName }
}
