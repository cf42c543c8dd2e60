import type { Message } from '#app/messages/say.ts'
import { addDays, dayOf, daysBetween, toDate } from '#app/platform/calendar.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { AddClosure } from './rules.ts'
import { allowKeeper, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

const mostDays = 180

/**
 * Writes down days on which a producer makes nothing; people type the last day, the database keeps the day after it.
 *
 * The same form sent again changes nothing.
 *
 * @throws Refusal `not_found` also for what is not the keeper's; `invalid` for days that cannot be; `conflict` when some
 * of them are written down already.
 */
export async function addClosure(db: Db, keeper: Keeper, typed: AddClosure, at: Date): Promise<void> {
  allowKeeper(keeper)
  const { producerId, closureId: id, startsOn, lastDay, reason } = typed
  const late: Message | null =
    lastDay < startsOn
      ? { key: 'closure.order' }
      : lastDay < dayOf(at)
        ? { key: 'closure.past' }
        : daysBetween(startsOn, lastDay) >= mostDays
          ? { key: 'closure.long', days: mostDays }
          : null
  if (late) throw new Refusal('invalid', { key: 'form.check' }, { lastDay: late })
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const { cooperativeId } = producer
    const days = { startsOn: toDate(startsOn), endsOn: toDate(addDays(lastDay, 1)) }
    // Also what closures_of_a_producer_never_overlap refuses is skipped.
    const { count } = await tx.producerClosure.createMany({
      data: { id, producerId, cooperativeId, ...days, reason },
      skipDuplicates: true,
    })
    if (count === 0) {
      if (await tx.producerClosure.count({ where: { id, producerId } })) return
      const message = { key: 'closure.overlaps' } as const
      throw new Refusal('conflict', message, { startsOn: message })
    }
    await keepAct(tx, { producer, kind: 'closure_added', by: keeper, at })
    await announceChange(tx)
  })
}
