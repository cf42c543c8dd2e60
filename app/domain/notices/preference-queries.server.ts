import type { Actor } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { kindsFor, shapeOf } from './kinds.ts'
import { isOn } from './rules.ts'

/** What somebody can be told in this membership, and by which ways; `mailIsOff` when all mail is off. */
export async function getPreferences(db: Db, actor: Actor, at: Date) {
  const { membershipId, personId } = actor
  const [chosen, person, browsers] = await Promise.all([
    db.noticePreference.findMany({
      where: { membershipId },
      select: { kind: true, channel: true, isOn: true },
    }),
    db.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } }),
    db.pushSubscription.count({ where: { session: { personId, revokedAt: null, expiresAt: { gt: at } } } }),
  ])
  return {
    email: person.email,
    browsers,
    mailIsOff: chosen.some(({ kind, channel, isOn: on }) => kind === 'all' && channel === 'mail' && !on),
    kinds: kindsFor(actor.role).map((kind) => ({
      kind,
      waits: shapeOf(kind).waits,
      inbox: isOn(chosen, kind, 'inbox'),
      mail: isOn(chosen, kind, 'mail'),
      push: isOn(chosen, kind, 'push'),
    })),
  }
}
