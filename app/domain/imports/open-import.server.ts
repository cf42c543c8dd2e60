import type { CooperativeMember, CooperativeRole } from '#app/domain/access/actors.ts'
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
  const found = await db.membership.findFirst({
    where: {
      id: membershipId,
      endedAt: null,
      organisationKind: 'cooperative',
      role: { in: ['officer', 'manager'] },
    },
    select: {
      personId: true,
      organisationId: true,
      role: true,
      person: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  })
  return (
    found && {
      kind: 'cooperative',
      personId: found.personId,
      personName: found.person.name,
      membershipId,
      organisationId: found.organisationId,
      organisationName: found.organisation.name,
      cooperativeId: found.organisationId,
      role: found.role as CooperativeRole,
    }
  )
}
