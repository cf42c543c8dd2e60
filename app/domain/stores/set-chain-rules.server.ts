import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { SetChainRules } from './chain-rules.ts'

/** Sets what the member's chain insists on, from this moment on; orders that stand keep standing. */
export async function setChainRules(
  db: Db,
  member: RetailMember,
  { requires, leastRemainingLifePercent }: SetChainRules,
): Promise<void> {
  allow(member, 'chain.set_rules')
  await db.retailChain.update({
    where: { organisationId: member.chainId },
    data: { requires: [...new Set(requires)], leastRemainingLifePercent },
  })
}
