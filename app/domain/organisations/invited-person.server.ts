import type { Identifier } from '#app/domain/access/rules.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Who an invitation is for. The database holds that it is one of the two. */
export const identifierOf = ({ email, phone }: { email: string | null; phone: string | null }): Identifier =>
  email === null ? { phone: phone ?? '' } : { email }

/** Whether nobody has this account yet: it has no password, was never used, and belongs nowhere. */
export async function isFree(db: Db, personId: string): Promise<boolean> {
  const unused = { id: personId, passwordHash: 'none', sessions: { none: {} } }
  return (await db.person.count({ where: { ...unused, memberships: { none: { endedAt: null } } } })) === 1
}
