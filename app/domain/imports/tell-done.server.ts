import { tell } from '#app/domain/notices/tell.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { ImportRun } from './open-import.server.ts'

/** Tells whoever confirmed an import what became of it. */
export async function tellDone(tx: Db, { id, fileName, officer }: ImportRun, at: Date): Promise<void> {
  const rows = await tx.importRow.groupBy({ by: ['verdict'], where: { importId: id }, _count: true })
  const bad = rows.find(({ verdict }) => verdict === 'wrong')?._count ?? 0
  const good = rows.reduce((sum, { _count }) => sum + _count, 0) - bad
  const to = { membershipId: officer.membershipId }
  await tell(tx, { kind: 'import.done', to, about: id, values: { file: fileName, good, bad } }, at)
}
