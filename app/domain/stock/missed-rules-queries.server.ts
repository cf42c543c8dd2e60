import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { leastDaysLeft } from '#app/domain/stores/chain-rules.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lotsThatMiss } from './pick-lots.ts'
import { listLots } from './queries.server.ts'

/**
 * The chains that could not take some lots of a variant: by their rule on remaining life, or because the lot would expire
 * on the way. Told of every chain that has such a rule or has ordered the variant.
 */
export async function listMissedRules(db: Db, officer: CooperativeMember, variantId: string, today: Day) {
  allow(officer, 'product.read')
  const { cooperativeId } = officer
  const variant = await db.variant.findFirst({
    where: { id: variantId, cooperativeId },
    select: { shelfLifeDays: true, leadTimeDays: true },
  })
  if (!variant) return []
  const [lots, chains] = await Promise.all([
    listLots(db, officer, variantId),
    db.retailChain.findMany({
      where: {
        OR: [
          { leastRemainingLifePercent: { gt: 0 } },
          { shelfOrders: { some: { purchaseOrders: { some: { lines: { some: { variantId } } } } } } },
        ],
      },
      select: { leastRemainingLifePercent: true, organisation: { select: { shortName: true } } },
      orderBy: { organisation: { shortName: 'asc' } },
    }),
  ])
  const arrivesOn = addDays(today, variant.leadTimeDays)
  return chains
    .map(({ leastRemainingLifePercent, organisation }) => {
      const leastDays = Math.max(1, leastDaysLeft(variant.shelfLifeDays, leastRemainingLifePercent))
      const missing = lotsThatMiss(lots, today, arrivesOn, leastDays)
      return { chainName: organisation.shortName, leastDays, arrivesOn, lots: missing }
    })
    .filter(({ lots }) => lots.length > 0)
}
