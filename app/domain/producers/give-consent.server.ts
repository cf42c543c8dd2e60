import { allow, type ProducerMember } from '#app/domain/access/actors.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepConsent } from './keep-consent.server.ts'
import { lockProducer, scopeOf } from './scope.server.ts'

/** A member says in its own sign-in that its data may be kept, after the text of today. Again changes nothing. */
export async function giveConsent(db: Db, producer: ProducerMember, at: Date): Promise<void> {
  allow(producer, 'own.keep')
  await inTransaction(db, async (tx) => {
    const own = await lockProducer(tx, scopeOf(producer), producer.producerId)
    await keepConsent(tx, { producer: own, by: producer, way: 'own_sign_in', at })
  })
}
