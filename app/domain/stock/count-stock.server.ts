import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import type { Message } from '#app/messages/say.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { listHoldingOrders, piecesLeft } from './count-queries.server.ts'
import type { CountStock } from './count-rules.ts'
import { type Level, lockStock } from './lock-stock.server.ts'

type Line = {
  lotId: string
  movementId: string
  variantId: string
  expected: number | undefined
  difference: number
  reason: string
  /** Of what was counted. */
  field: string
}

/**
 * Brings the records of several lots to what was counted: all of them, or none. Lots left out are not touched.
 *
 * The same movement ids sent again change nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's lot; `invalid` when nothing was counted; `conflict`, at the
 * lines, when a lot has moved since its record was shown, or when less would be left than is reserved.
 */
export async function countStock(
  db: Db,
  officer: CooperativeMember,
  input: CountStock,
  at: Date,
): Promise<void> {
  allow(officer, 'stock.record')
  await inTransaction(db, async (tx) => {
    const lines = await requireLines(tx, officer, input)
    if (lines.length === 0) throw new Refusal('invalid', { key: 'count.nothing' })
    const levels = await lockStock(tx, [...new Set(lines.map(({ variantId }) => variantId))])
    if (await wereSent(tx, lines)) return
    await keepToWhatWasShown(tx, lines)
    await keepWhatIsReserved(tx, lines, levels)
    const changed = lines.filter(({ difference }) => difference !== 0)
    if (changed.length === 0) return
    await insertRows(
      tx,
      'stock_movements',
      changed.map(({ movementId, variantId, lotId, difference, reason }) => ({
        id: movementId,
        variant_id: variantId,
        lot_id: lotId,
        kind: 'counted',
        on_hand: difference,
        reserved: 0,
        by_membership_id: officer.membershipId,
        at,
        reason,
      })),
    )
    await announceChange(tx)
  })
}

async function requireLines(tx: Db, { cooperativeId }: CooperativeMember, { lots }: CountStock) {
  const ids = lots.map(({ lotId }) => lotId)
  const known = await tx.lot.findMany({
    where: { id: { in: ids }, variant: { cooperativeId } },
    select: { id: true, variantId: true },
  })
  const variantOf = new Map(known.map(({ id, variantId }) => [id, variantId]))
  return lots.flatMap(({ lotId, movementId, counted, expected, reason }, i): Line[] => {
    const variantId = variantOf.get(lotId)
    if (!variantId) throw notFound()
    if (counted === undefined) return []
    const difference = counted - (expected ?? 0)
    return [{ lotId, movementId, variantId, expected, difference, reason, field: `lots[${i}].counted` }]
  })
}

/** All or none are saved, so one movement that is there says that the form was sent before. */
async function wereSent(tx: Db, lines: Line[]): Promise<boolean> {
  const sent = await tx.stockMovement.findMany({
    where: { id: { in: lines.map(({ movementId }) => movementId) } },
    select: { id: true, lotId: true, onHand: true },
  })
  if (sent.length === 0) return false
  const byId = new Map(lines.map((line) => [line.movementId, line]))
  if (sent.some(({ id, lotId }) => byId.get(id)?.lotId !== lotId)) throw notFound()
  const isSame = sent.every(({ id, onHand }) => byId.get(id)?.difference === onHand)
  if (!isSame) throw new Refusal('conflict', { key: 'count.saved_before' })
  return true
}

async function keepToWhatWasShown(tx: Db, lines: Line[]): Promise<void> {
  const left = await piecesLeft(
    tx,
    lines.map(({ lotId }) => lotId),
  )
  const fields: Record<string, Message> = {}
  for (const { lotId, expected, field } of lines)
    if (expected !== (left.get(lotId) ?? 0)) fields[field] = { key: 'count.moved' }
  if (Object.keys(fields).length) throw new Refusal('conflict', { key: 'count.moved_some' }, fields)
}

async function keepWhatIsReserved(tx: Db, lines: Line[], levels: Map<string, Level>): Promise<void> {
  const fields: Record<string, Message> = {}
  for (const [variantId, { onHand, reserved }] of levels) {
    const own = lines.filter((line) => line.variantId === variantId)
    const left = own.reduce((sum, { difference }) => sum + difference, onHand)
    if (left >= reserved) continue
    const orders = (await listHoldingOrders(tx, variantId)).join(', ')
    for (const { field, difference } of own)
      if (difference < 0) fields[field] = { key: 'count.reserved', reserved, orders }
  }
  if (Object.keys(fields).length) throw new Refusal('conflict', { key: 'count.reserved_some' }, fields)
}
