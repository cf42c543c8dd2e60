import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { type Identifier, textOf, type Visitor } from './rules.ts'

// One person mistypes a few times; a village behind one address is many persons.
const byIdentifier = rateLimit({ tries: 10, minutes: 15 })
const byAddress = rateLimit({ tries: 100, minutes: 15 })

/**
 * Counts a try to come in, before the secret is looked at. The right secret gives it back.
 *
 * @throws Refusal `too_many`, for who exists and for who does not.
 */
export async function countTry(
  visitor: Visitor,
  identifier: Identifier,
): Promise<{ wasRight(): Promise<void> }> {
  await byAddress.count(visitor.address)
  await byIdentifier.count(textOf(identifier))
  return {
    async wasRight() {
      await byAddress.giveBack(visitor.address)
      await byIdentifier.forget(textOf(identifier))
    },
  }
}
