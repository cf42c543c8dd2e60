import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { makeCode } from '#app/domain/access/make-code.server.ts'
import { type Identifier, textOf } from '#app/domain/access/rules.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { lockProducer } from './scope.server.ts'

export const mostSignIns = 4
export type Invited = { contact: string; code: string; expiresAt: Date } | { contact: string; code: null }
type Invite = { producerId: string; personName: string; identifier: Identifier }

/**
 * Gives somebody a way in for one producer, and nothing else of the cooperative. Who is new here gets a one-time code
 * for a password; who has an account finds the producer in it. Asked again before they came in, there is a new code.
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
  const contact = textOf(identifier)
  return inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, { cooperativeId: officer.cooperativeId }, producerId)
    const person = await findOrCreate(tx, identifier, personName)
    const isThere = person.memberships.some((one) => one.producerId === producerId)
    // Whoever has an account keeps it to themselves: no code of an officer opens it.
    const isNew =
      person.memberships.every((one) => one.producerId === producerId) && person._count.sessions === 0
    const isOwnAccount = !isNew || person.passwordHash !== noPassword
    if (isThere && isOwnAccount)
      throw new Refusal('conflict', { key: 'invite.already', producer: producer.name })
    if (!isThere) {
      const current = { producerId, endedAt: null }
      if ((await tx.membership.count({ where: current })) >= mostSignIns)
        throw new Refusal('conflict', { key: 'invite.too_many', most: mostSignIns })
      await tx.membership.create({
        data: {
          id: newId('membership'),
          personId: person.id,
          organisationId: producer.cooperativeId,
          organisationKind: 'cooperative',
          role: 'producer',
          producerId,
          invitedName: personName,
          invitedContact: contact,
          hadAccount: isOwnAccount,
          createdAt: at,
        },
      })
    }
    await keepAct(tx, { producer, kind: 'invited', by: officer, at })
    if (isOwnAccount) return { contact, code: null }
    return { contact, ...(await makeCode(tx, { personId: person.id, issuedBy: officer.membershipId }, at)) }
  })
}

/** What stands where a password will: nothing verifies against it. */
const noPassword = 'none'

async function findOrCreate(tx: Db, identifier: Identifier, name: string) {
  const contact = { email: null, phone: null, ...identifier }
  await tx.person.createMany({
    data: { id: newId('person'), name, ...contact, passwordHash: noPassword },
    skipDuplicates: true,
  })
  return tx.person.findUniqueOrThrow({
    where: identifier,
    select: {
      id: true,
      passwordHash: true,
      memberships: { where: { endedAt: null }, select: { producerId: true } },
      _count: { select: { sessions: true } },
    },
  })
}
