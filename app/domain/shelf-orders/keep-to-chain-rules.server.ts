import { listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { missedRules, type Requirement, requirements, whyMissed } from '#app/domain/stores/chain-rules.ts'
import { say } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { OrderedVariant, PlaceShelfOrder } from './lines.ts'

/**
 * Holds every product against what the chain requires, on the day it is delivered: a certificate that has expired by
 * then, also one that still holds today, keeps it out.
 *
 * @throws Refusal `conflict` at the first placement whose product misses a requirement, and at its line, with why.
 */
export async function keepToChainRules(
  tx: Db,
  { placements, cartons, startsOn }: PlaceShelfOrder,
  variants: Map<string, OrderedVariant>,
  requires: string[],
): Promise<void> {
  const rules: Requirement[] = requirements.filter((rule) => requires.includes(rule))
  if (rules.length === 0) return
  await holdCertificates(tx, [...variants.keys()])
  const found = await listReadiness(tx, [...variants.keys()], startsOn)
  placements.forEach(({ variantId }, i) => {
    const { readiness, certificates } = found.get(variantId) ?? { readiness: [], certificates: [] }
    const missed = missedRules(rules, readiness, certificates)
    if (missed.length === 0) return
    const message = {
      key: 'chain_rule.missed',
      name: variants.get(variantId)?.name ?? '',
      day: formatDay(startsOn),
      why: missed.map((rule) => say(whyMissed(rule, readiness))).join(' '),
    } as const
    const line = cartons.findIndex((one) => one.variantId === variantId)
    throw new Refusal('conflict', message, {
      [`placements[${i}].startMm`]: message,
      ...(line >= 0 && { [`cartons[${line}].cartons`]: message }),
    })
  })
}

/**
 * Whoever rejects or replaces one of these papers at the same moment waits until the order stands, or was first, and then
 * the order reads what is left. An order that stands is not asked again.
 */
async function holdCertificates(tx: Db, variantIds: string[]): Promise<void> {
  await tx.$queryRaw`
    with ordered as (
      select p.id, p.producer_id from products p join variants v on v.product_id = p.id
      where v.id = any(${variantIds}::text[])
    )
    select c.id from certificates c
    where c.replaced_at is null and c.id in (
      select id from certificates where product_id in (select id from ordered)
      union select id from certificates where producer_id in (select producer_id from ordered)
    )
    order by c.id for share of c`
}
