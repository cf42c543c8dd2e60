import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { isSameCategories, keepCategories } from './keep-categories.server.ts'
import type { DescribeProducer } from './rules.ts'
import { allowKeeper, announceProducer, type Keeper, lockProducer, scopeOf } from './scope.server.ts'

/**
 * Writes what everybody may read of a producer: its story and what it makes. Needs nobody's approval.
 *
 * @throws Refusal `not_found` also for what is not the keeper's; `invalid` for a kind of goods that does not exist.
 */
export async function describeProducer(
  db: Db,
  keeper: Keeper,
  { producerId, story, categories }: DescribeProducer,
  at: Date,
): Promise<void> {
  allowKeeper(keeper)
  await inTransaction(db, async (tx) => {
    const producer = await lockProducer(tx, scopeOf(keeper), producerId)
    const isSame = await isSameCategories(tx, producerId, categories)
    const fields = [...(producer.story === story ? [] : ['story']), ...(isSame ? [] : ['categories'])]
    if (fields.length === 0) return
    await tx.producer.update({ where: { id: producerId }, data: { story } })
    if (!isSame) await keepCategories(tx, producerId, categories)
    await keepAct(tx, { producer, kind: 'described', by: keeper, at, fields })
    await announceProducer(tx, producerId)
  })
}
