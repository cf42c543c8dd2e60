import { tell } from '#app/domain/notices/tell.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { ImportRun } from './open-import.server.ts'

/** Tells whoever confirmed an import what became of it, and once whoever may approve what it proposed. */
export async function tellDone(tx: Db, { id, fileName, officer }: ImportRun, at: Date): Promise<void> {
  const rows = await tx.importRow.groupBy({ by: ['verdict'], where: { importId: id }, _count: true })
  const bad = rows.find(({ verdict }) => verdict === 'wrong')?._count ?? 0
  const good = rows.reduce((sum, { _count }) => sum + _count, 0) - bad
  const to = { membershipId: officer.membershipId }
  await tell(tx, { kind: 'import.done', to, about: id, values: { file: fileName, good, bad } }, at)
  const scope = { status: 'submitted', importRows: { some: { importId: id } } } as const
  if ((await tx.productProposal.count({ where: scope })) === 0) return
  const approvers = { organisationId: officer.cooperativeId, except: officer.personId }
  const values = { proposer: officer.personName, file: fileName }
  await tell(tx, { kind: 'import.proposed', to: approvers, about: id, values }, at)
}
