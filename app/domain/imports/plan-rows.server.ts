import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { writeMember } from '#app/domain/producers/change-producer.server.ts'
import { registerProducer } from '#app/domain/producers/register-producer.server.ts'
import { consentVersion } from '#app/domain/producers/rules.ts'
import { lockStock } from '#app/domain/stock/lock-stock.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { TableKind } from './columns.ts'
import { type Planned, packsOf, type RowToPlan, wrong } from './plan.ts'
import { type MemberWrite, planMembers } from './plan-members.server.ts'
import { planProducts } from './plan-products.server.ts'
import { planStock } from './plan-stock.server.ts'
import { writeProposals } from './write-proposals.server.ts'
import { writeStock } from './write-stock.server.ts'

/** What rows would do. Nothing is written. */
export async function planRows(
  db: Db,
  officer: CooperativeMember,
  kind: TableKind,
  rows: RowToPlan[],
  at: Date,
): Promise<Planned[]> {
  if (kind === 'stock') return (await planStock(db, officer, rows, at)).planned
  if (kind === 'members') return (await planMembers(db, officer, rows)).planned
  return (await planProducts(db, officer, kind, rows)).planned
}

export type Saved = Planned & { proposalId?: string | undefined }

/** Plans rows anew under the locks they need, and writes them, inside the caller's transaction. */
export async function saveRows(
  tx: Db,
  officer: CooperativeMember,
  { kind, rows, reason }: { kind: TableKind; rows: RowToPlan[]; reason: string },
  at: Date,
): Promise<Saved[]> {
  if (kind === 'stock') {
    await lockLevels(tx, officer, rows)
    const { planned, writes } = await planStock(tx, officer, rows, at)
    await writeStock(tx, officer, writes, { reason, at })
    return planned
  }
  if (kind === 'members') {
    const { planned, writes } = await planMembers(tx, officer, rows)
    const refused = await writeMembers(tx, officer, writes, at)
    return planned.map((row) => refused.get(row.number) ?? row)
  }
  const { planned, writes } = await planProducts(tx, officer, kind, rows)
  const lost = await writeProposals(tx, officer, writes, at)
  const proposalOf = new Map(
    writes.flatMap(({ proposalId, numbers }) => numbers.map((number) => [number, proposalId])),
  )
  return planned.map((row) => {
    const proposalId = proposalOf.get(row.number)
    return proposalId && lost.has(proposalId)
      ? wrong(row.number, 'ownCode', { key: 'import.other_open' })
      : { ...row, proposalId }
  })
}

async function lockLevels(tx: Db, { cooperativeId }: CooperativeMember, rows: RowToPlan[]): Promise<void> {
  const variants = await tx.variant.findMany({
    where: packsOf(cooperativeId, rows),
    select: { id: true },
  })
  await lockStock(
    tx,
    variants.map(({ id }) => id),
  )
}

// By the portal's own capabilities: consent, sealing and the trail are theirs. What one row is refused takes back only
// that row.
async function writeMembers(tx: Db, officer: CooperativeMember, writes: MemberWrite[], at: Date) {
  const refused = new Map<number, Planned>()
  for (const { number, isNew, typed } of writes) {
    await tx.$executeRaw`savepoint one_row`
    try {
      const { producerId, name, villageCode, ownerName, consentWay } = typed
      if (isNew && consentWay)
        await registerProducer(
          tx,
          officer,
          { producerId, name, villageCode, ownerName, consent: true, consentWay, consentVersion },
          at,
        )
      await writeMember(tx, officer, typed, at)
      await tx.$executeRaw`release savepoint one_row`
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await tx.$executeRaw`rollback to savepoint one_row`
      const [field, message] = Object.entries(error.fields)[0] ?? ['name', error.said]
      refused.set(number, wrong(number, field, message))
    }
  }
  return refused
}
