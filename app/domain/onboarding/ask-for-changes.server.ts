import { allow, type Operator } from '#app/domain/access/actors.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type ApplicantKind, type ItemKey, itemsOf } from './checklist.ts'
import { keepApplicationMove } from './keep-application-move.server.ts'
import { lockForCheck } from './lock-for-check.server.ts'
import type { AskChanges } from './rules.ts'

/**
 * Gives an application back, with what is to be changed and why, item by item; each stands at its field.
 *
 * @throws Refusal `invalid` without a single remark; `not_found`; `conflict` when it changed or is not waiting;
 * `forbidden` for who filed it.
 */
export async function askForChanges(
  db: Db,
  operator: Operator,
  { applicationId, version, reason, remarks = {} }: AskChanges,
  at: Date,
): Promise<void> {
  allow(operator, 'application.check')
  await inTransaction(db, async (tx) => {
    const { kind } = await lockForCheck(tx, operator, { applicationId, version })
    const known = new Set<string>(itemsOf(kind as ApplicantKind))
    const said = Object.entries(remarks).flatMap(([item, text]) =>
      text && known.has(item) ? [[item as ItemKey, text] as const] : [],
    )
    if (said.length === 0) throw new Refusal('invalid', { key: 'applications.remark_missing' })
    await tx.application.update({
      where: { id: applicationId },
      data: { status: 'changes_asked', changedAt: at, version: { increment: 1 } },
    })
    const move = { from: 'submitted', to: 'changes_asked', by: operator.membershipId, at, reason } as const
    await keepApplicationMove(tx, applicationId, { ...move, remarks: Object.fromEntries(said) })
  })
}
