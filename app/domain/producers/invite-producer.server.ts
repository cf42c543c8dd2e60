import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { type Identifier, textOf } from '#app/domain/access/rules.ts'
import { lockPeople } from '#app/domain/organisations/scope.server.ts'
import { type SentInvitation, writeInvitation } from '#app/domain/organisations/write-invitation.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { lockProducer } from './scope.server.ts'

export const mostSignIns = 4
export type Invited = SentInvitation & { contact: string }
type Invite = { producerId: string; personName: string; identifier: Identifier }

/**
 * Invites somebody to sign in for one producer, and for nothing else of the cooperative. Nothing is theirs before they
 * accept: who is new chooses a password behind the link, who has an account says yes in it. Asked again there is a new
 * link, and the old one no longer opens.
 *
 * What the officer typed is kept with the way in: nobody of the cooperative reads a name or an address out of an account.
 *
 * @throws Refusal `not_found` also for another cooperative's; `conflict` for who is there already, and for a fifth person.
 */
export async function inviteProducer(
  db: Db,
  officer: CooperativeMember,
  { producerId, personName, identifier }: Invite,
  at: Date,
): Promise<Invited> {
  allow(officer, 'member.invite')
  return inTransaction(db, async (tx) => {
    // The same order everywhere: an organisation before what belongs to it.
    await lockPeople(tx, officer.cooperativeId)
    const producer = await lockProducer(tx, { cooperativeId: officer.cooperativeId }, producerId)
    const current = { producerId, endedAt: null }
    if (await tx.membership.count({ where: { ...current, person: identifier } }))
      throw new Refusal('conflict', { key: 'invite.already', producer: producer.name })
    const others = { NOT: { email: null, phone: null, ...identifier } }
    const open = { producerId, acceptedAt: null, revokedAt: null, expiresAt: { gt: at }, ...others }
    const ways =
      (await tx.membership.count({ where: current })) + (await tx.invitation.count({ where: open }))
    if (ways >= mostSignIns) throw new Refusal('conflict', { key: 'invite.too_many', most: mostSignIns })
    const organisation = { id: producer.cooperativeId, kind: 'cooperative' } as const
    const sent = await writeInvitation(
      tx,
      {
        organisation,
        role: 'producer',
        producerId,
        personName,
        identifier,
        sentBy: officer.membershipId,
      },
      at,
    )
    await keepAct(tx, { producer, kind: 'invited', by: officer, at })
    return { ...sent, contact: textOf(identifier) }
  })
}
