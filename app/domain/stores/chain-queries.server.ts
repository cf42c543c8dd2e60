import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type ChainTerms, requirements } from './chain-rules.ts'

/** What the member's own chain insists on, and whether it is PKP. */
export async function requireChainTerms(
  db: Db,
  member: RetailMember,
): Promise<ChainTerms & { isPkp: boolean }> {
  allow(member, 'shelf.read')
  const { organisation, requires, leastRemainingLifePercent } = await db.retailChain.findUniqueOrThrow({
    where: { organisationId: member.chainId },
    select: {
      requires: true,
      leastRemainingLifePercent: true,
      organisation: { select: { isPkp: true } },
    },
  })
  return {
    requires: requirements.filter((rule) => requires.includes(rule)),
    leastRemainingLifePercent,
    isPkp: organisation.isPkp,
  }
}
