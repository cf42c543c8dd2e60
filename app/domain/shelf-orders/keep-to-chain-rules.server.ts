import { listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { missedRules, type Requirement, requirements, whyMissed } from '#app/domain/stores/chain-rules.ts'
import { say } from '#app/messages/say.ts'
import { type Day, formatDay } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { OrderedVariant, Placement } from './lines.ts'

/**
 * Holds every product against what the chain requires, on the day it is delivered: a certificate that has expired by
 * then, also one that still holds today, keeps it out.
 *
 * @throws Refusal `conflict` at the first placement whose product misses a requirement, and why.
 */
export async function keepToChainRules(
  tx: Db,
  placements: Placement[],
  variants: Map<string, OrderedVariant>,
  { requires, deliverOn }: { requires: string[]; deliverOn: Day },
): Promise<void> {
  const rules: Requirement[] = requirements.filter((rule) => requires.includes(rule))
  if (rules.length === 0) return
  const found = await listReadiness(tx, [...variants.keys()], deliverOn)
  placements.forEach(({ variantId }, i) => {
    const { readiness, certificates } = found.get(variantId) ?? { readiness: [], certificates: [] }
    const missed = missedRules(rules, readiness, certificates)
    if (missed.length === 0) return
    const message = {
      key: 'chain_rule.missed',
      name: variants.get(variantId)?.name ?? '',
      day: formatDay(deliverOn),
      why: missed.map((rule) => say(whyMissed(rule, readiness))).join(' '),
    } as const
    throw new Refusal('conflict', message, { [`placements[${i}].startMm`]: message })
  })
}
