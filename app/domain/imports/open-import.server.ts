import type { CooperativeMember, CooperativeRole } from '#app/domain/access/actors.ts'
import type { Approver } from '#app/domain/proposals/approvers.server.ts'
import type { ImportKind, ImportStatus } from '#app/generated/prisma/enums.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type ImportRun = { id: string; kind: ImportKind; fileName: string; officer: CooperativeMember }

/**
 * An import that is in this status, and who it is done for: who confirmed it, or who sent it. Null when it is elsewhere,
 * or when that person does not act for the cooperative any more: then it is given up.
 */
export async function openImport(db: Db, id: string, status: ImportStatus): Promise<ImportRun | null> {
  const found = await db.import.findUnique({
    where: { id },
    select: { kind: true, status: true, fileName: true, startedBy: true, confirmedBy: true },
  })
  if (!found || found.status !== status) return null
  const officer = await actorOf(db, found.confirmedBy ?? found.startedBy)
  if (officer) return { id, kind: found.kind, fileName: found.fileName, officer }
  await db.import.updateMany({ where: { id, status }, data: { status: 'given_up' } })
  return null
}

/** Who acts for a cooperative by this membership, while it lasts. The worker has no session to read it from. */
export async function actorOf(db: Db, membershipId: string): Promise<CooperativeMember | null> {
  const actor = (await approversOf(db, [membershipId])).get(membershipId)
  return actor?.kind === 'cooperative' ? actor : null
}

/** Who may approve by these memberships, of those that last: people of cooperatives, and operators. */
export async function approversOf(db: Db, membershipIds: string[]): Promise<Map<string, Approver>> {
  const rows = await db.membership.findMany({
    where: { id: { in: membershipIds }, endedAt: null, role: { in: ['officer', 'manager', 'operator'] } },
    select: {
      id: true,
      personId: true,
      organisationId: true,
      role: true,
      person: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  })
  return new Map(
    rows.map(({ id: membershipId, personId, organisationId, role, person, organisation }) => {
      const member = {
        personId,
        personName: person.name,
        membershipId,
        organisationId,
        organisationName: organisation.name,
      }
      const actor: Approver =
        role === 'operator'
          ? { ...member, kind: 'operator', role }
          : { ...member, kind: 'cooperative', cooperativeId: organisationId, role: role as CooperativeRole }
      return [membershipId, actor]
    }),
  )
}
