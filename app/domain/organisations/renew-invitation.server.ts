import { allow } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { lockPeople, type PeopleKeeper, requireKept, requireStillKeeper, type Whose } from './scope.server.ts'
import { renew, type SentInvitation } from './write-invitation.server.ts'

/**
 * Gives an invitation that was not answered a new link, for seven more days. The old one no longer opens.
 *
 * @throws Refusal `not_found` also for another organisation's, and for one that ended.
 */
export async function renewInvitation(
  db: Db,
  keeper: PeopleKeeper,
  { invitationId, ...whose }: { invitationId: string } & Whose,
  at: Date,
): Promise<SentInvitation> {
  allow(keeper, 'people.keep')
  return inTransaction(db, async (tx) => {
    const { id: organisationId } = await requireKept(tx, keeper, whose)
    await lockPeople(tx, organisationId)
    await requireStillKeeper(tx, keeper)
    const sent = await renew(tx, { id: invitationId, organisationId }, at)
    if (!sent) throw notFound()
    return sent
  })
}
