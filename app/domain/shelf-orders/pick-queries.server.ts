import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { type Day, fromDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { planFor } from './pick-plan.server.ts'
import { piecesOf } from './rules.ts'
import { listShipped } from './shipped-queries.server.ts'

/**
 * From which lots the accepted lines of a purchase order are best served, by day of delivery and pack: the first to expire
 * first, and none that the chain would find too short. What has left says from which it came, and when it left.
 *
 * What other orders hold is set aside for those that are delivered earlier. Refuses with `not_found`, also another
 * cooperative's.
 */
export async function requirePickList(db: Db, officer: CooperativeMember, id: string, today: Day) {
  allow(officer, 'purchase_order.read')
  const found = await db.purchaseOrder.findFirst({
    where: { id, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      number: true,
      shelfOrder: { select: { chain: { select: { organisation: { select: { shortName: true } } } } } },
      lines: {
        where: { status: 'accepted' },
        orderBy: [{ deliverOn: 'asc' }, { variant: { product: { name: 'asc' } } }, { id: 'asc' }],
        select: {
          id: true,
          variantId: true,
          cartons: true,
          unitsPerCarton: true,
          deliverOn: true,
          store: { select: { name: true } },
          variant: { select: { netContent: true, position: true, product: { select: { name: true } } } },
        },
      },
    },
  })
  if (!found) throw notFound()
  const { shelfOrder, lines, ...order } = found
  const variantIds = [...new Set(lines.map(({ variantId }) => variantId))]
  const [lots, plan] = await planFor(db, variantIds, today)
  const shipped = await listShipped(db, lines)
  const named = new Map(
    [...lots.map((lot) => ({ ...lot, lotId: lot.id })), ...shipped]
      .toSorted((a, b) => (a.bestBefore < b.bestBefore ? -1 : 1))
      .map(({ lotId, code, bestBefore }) => [lotId, { code, bestBefore }]),
  )
  const byDay = Map.groupBy(lines, ({ deliverOn }) => fromDate(deliverOn))
  return {
    ...order,
    chainName: shelfOrder.chain.organisation.shortName,
    deliveries: [...byDay].map(([deliverOn, theirs]) => ({
      deliverOn,
      shippedAt: shipped.find(({ lineId }) => theirs.some(({ id: line }) => line === lineId))?.at ?? null,
      packs: [...Map.groupBy(theirs, ({ variantId }) => variantId).values()].map(packOf),
    })),
  }

  function packOf(ofPack: typeof lines) {
    const taken = new Map<string, number>()
    let short = 0
    for (const line of ofPack) {
      const { picks, short: missing } = plan.get(line.id) ?? { picks: [], short: 0 }
      short += missing
      const left = shipped.filter(({ lineId }) => lineId === line.id)
      for (const { lotId, pieces } of [...picks, ...left]) taken.set(lotId, (taken.get(lotId) ?? 0) + pieces)
    }
    const [first] = ofPack
    return {
      variantId: first?.variantId ?? '',
      name: first ? packName({ ...first.variant, name: first.variant.product.name }) : '',
      cartons: ofPack.reduce((sum, { cartons }) => sum + cartons, 0),
      pieces: ofPack.reduce((sum, line) => sum + piecesOf(line), 0),
      stores: ofPack.map(({ store, cartons }) => ({ name: store.name, cartons })),
      lots: [...named]
        .filter(([lotId]) => taken.has(lotId))
        .map(([lotId, lot]) => ({ id: lotId, ...lot, pieces: taken.get(lotId) ?? 0 })),
      short,
    }
  }
}

/**
 * How many pieces each line of a purchase order is short of, because lots were lost or have expired since it was ordered. Of
 * another cooperative's there is nothing.
 */
export async function listShortages(
  db: Db,
  officer: CooperativeMember,
  purchaseOrderId: string,
  today: Day,
): Promise<Record<string, number>> {
  allow(officer, 'purchase_order.read')
  const lines = await db.purchaseOrderLine.findMany({
    where: { purchaseOrder: { id: purchaseOrderId, cooperativeId: officer.cooperativeId } },
    select: { id: true, variantId: true },
  })
  const [, plan] = await planFor(db, [...new Set(lines.map(({ variantId }) => variantId))], today)
  const short = lines.map(({ id }) => [id, plan.get(id)?.short ?? 0] as const)
  return Object.fromEntries(short.filter(([, pieces]) => pieces > 0))
}
