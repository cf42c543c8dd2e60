import type { Actor } from '#app/domain/access/actors.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type Kind, kindsFor, shapeOf } from './kinds.ts'
import { type PreferenceChannel, type Preferences, readTick } from './rules.ts'

const ways: PreferenceChannel[] = ['inbox', 'mail', 'push']

/**
 * Keeps by which ways somebody wants to be told of what, in this membership. Choosing any mail turns mail on again.
 *
 * @throws Refusal `invalid` for a kind that their role is never told.
 */
export async function setPreferences(db: Db, actor: Actor, { on }: Preferences, at: Date): Promise<void> {
  const own = kindsFor(actor.role)
  const ticked = on.map((text) => readTick(text))
  if (ticked.some((one) => !one || !own.includes(one.kind)))
    throw new Refusal('invalid', { key: 'form.invalid' })
  const isTicked = (kind: Kind, channel: PreferenceChannel) =>
    ticked.some((one) => one?.kind === kind && one.channel === channel)
  const { membershipId } = actor
  const rows = own.flatMap((kind) =>
    ways
      // What waits cannot be hidden, whatever was sent.
      .filter((channel) => channel !== 'inbox' || !shapeOf(kind).waits)
      .map((channel) => ({ membershipId, kind, channel, isOn: isTicked(kind, channel), changedAt: at })),
  )
  await inTransaction(db, async (tx) => {
    // Two tabs of one person: whoever comes second waits, and then is the last.
    await tx.$queryRaw`select id from memberships where id = ${membershipId} for update`
    // Who ended all mail and chooses none stays without, also of kinds that are yet to come.
    const kept = ticked.some((one) => one?.channel === 'mail') ? [] : [{ kind: 'all', channel: 'mail' }]
    await tx.noticePreference.deleteMany({ where: { membershipId, NOT: kept } })
    await tx.noticePreference.createMany({ data: rows })
  })
}
