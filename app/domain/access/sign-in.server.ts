import { verifyPassword } from '#app/platform/passwords.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import type { Actor } from './actors.ts'
import type { SignIn, Visitor } from './rules.ts'
import { openSession } from './sessions.server.ts'
import { countTry } from './tries.server.ts'

/**
 * Opens a session for who knows the password, for the membership they used last.
 *
 * With `kind`, a membership in an organisation of that kind is taken where there is one: whoever was on the way to
 * its portal arrives there.
 *
 * @throws Refusal `invalid`, the same and after the same time, for an unknown person and for a wrong password;
 * `too_many` for who tries too often; `forbidden` for who knows the password and belongs to no organisation.
 */
export async function signIn(
  db: Db,
  visitor: Visitor,
  input: SignIn & { kind?: Actor['kind'] | undefined },
  at: Date,
): Promise<{ token: string; expiresAt: Date; kind: Actor['kind'] }> {
  const attempt = await countTry(visitor, input.identifier)
  const person = await db.person.findUnique({
    where: input.identifier,
    select: { id: true, passwordHash: true },
  })
  const isRight = await verifyPassword(person?.passwordHash, input.password)
  if (!person || !isRight) throw wrong()
  await attempt.wasRight()

  return inTransaction(db, async (tx) => {
    // Who changes the password at this moment waits for this session, and then ends it with the others.
    const [unchanged] = await tx.$queryRaw<unknown[]>`
      select id from people where id = ${person.id} and password_hash = ${person.passwordHash} for share`
    if (!unchanged) throw wrong()
    const membership = await chooseMembership(tx, person.id, input.kind)
    if (!membership) throw new Refusal('forbidden', { key: 'sign_in.no_membership' })
    const session = await openSession(
      tx,
      {
        personId: person.id,
        membershipId: membership.id,
        device: visitor.device,
        isKnownDevice: input.known ?? false,
      },
      at,
    )
    return { ...session, kind: membership.kind }
  })
}

const wrong = () => new Refusal('invalid', { key: 'sign_in.wrong' })

/** The person's membership to start with: of the wanted kind if there is one, the one used last, the oldest. */
export async function chooseMembership(
  db: Db,
  personId: string,
  kind?: Actor['kind'],
): Promise<{ id: string; kind: Actor['kind'] } | undefined> {
  const [membership] = await db.$queryRaw<{ id: string; kind: Actor['kind'] }[]>`
    select m.id, m.kind
    from (
      select *, case when role = 'producer' then 'producer' else organisation_kind::text end as kind from memberships
    ) m
    where m.person_id = ${personId} and m.ended_at is null
    order by
      m.kind = ${kind ?? null} desc nulls last,
      (select max(created_at) from sessions where membership_id = m.id) desc nulls last,
      m.created_at, m.id
    limit 1`
  return membership
}
