import type { MembershipMoveKind, Role } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Move = {
  membershipId: string
  organisationId: string
  kind: MembershipMoveKind
  from: Role | null
  to: Role | null
  by: string
  at: Date
}

/** Writes down who gave whom which role, or took it. It is never changed again. */
export async function keepMove(tx: Db, { from, to, by, ...move }: Move): Promise<void> {
  await tx.membershipMove.create({
    data: { id: newId('move'), ...move, fromRole: from, toRole: to, byMembershipId: by },
  })
}
