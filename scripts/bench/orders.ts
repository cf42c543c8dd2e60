import type { RetailMember } from '#app/domain/access/actors.ts'
import { listReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import { placeShelfOrder } from '#app/domain/shelf-orders/place-shelf-order.server.ts'
import { missedRules, requirements } from '#app/domain/stores/chain-rules.ts'
import { addDays, type Day, dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'

type Shop = { buyer: RetailMember; shelfIds: string[]; variantIds: string[]; today: Day }

let days = 0

/** A chain's store with a wide shelf for each line, and the products that fit there. */
export async function shelvesFor(lines: number): Promise<Shop> {
  const membership = await db.membership.findFirstOrThrow({
    where: { role: 'buyer' },
    select: {
      id: true,
      organisationId: true,
      organisation: { select: { shortName: true } },
      person: { select: { id: true, name: true } },
    },
  })
  const chainId = membership.organisationId
  const store = await db.store.findFirstOrThrow({ where: { chainId }, select: { id: true } })
  const fixture = { id: newId('fixture'), storeId: store.id, chainId, name: 'Rak ukur', model: 'bench' }
  await db.fixture.create({ data: { ...fixture, storage: 'ambient', position: 9_999 } })
  const shelves = Array.from({ length: lines }, (_, level) => ({
    id: newId('shelf'),
    fixtureId: fixture.id,
    chainId,
    level: level + 1,
    widthMm: 2_000,
    heightMm: 1_000,
    depthMm: 600,
    maxLoadG: 10_000_000,
  }))
  await db.shelf.createMany({ data: shelves })
  // Every order is for a day of its own, in the end years ahead: by then no paper has ended, and no lot.
  const late = new Date('2099-12-31')
  await db.certificate.updateMany({ where: { expiresOn: { not: null } }, data: { expiresOn: late } })
  await db.lot.updateMany({ data: { bestBefore: late } })
  const today = dayOf(new Date())
  const variants = await db.variant.findMany({
    where: { storage: 'ambient', widthMm: { lte: 2_000 }, heightMm: { lte: 1_000 }, depthMm: { lte: 600 } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return {
    buyer: {
      kind: 'retail_chain',
      role: 'buyer',
      personId: membership.person.id,
      personName: membership.person.name,
      membershipId: membership.id,
      organisationId: chainId,
      organisationName: membership.organisation.shortName,
      chainId,
    },
    shelfIds: shelves.map(({ id }) => id),
    variantIds: await thoseThatMayBeSold(
      chainId,
      variants.map(({ id }) => id),
      today,
    ),
    today,
  }
}

// What the chain requires is looked at for every order; what misses it is not ordered here.
async function thoseThatMayBeSold(chainId: string, variantIds: string[], today: Day): Promise<string[]> {
  const { requires } = await db.retailChain.findUniqueOrThrow({
    where: { organisationId: chainId },
    select: { requires: true },
  })
  const rules = requirements.filter((rule) => requires.includes(rule))
  const found = await listReadiness(db, variantIds, today)
  return variantIds.filter((id) => {
    const { readiness, certificates } = found.get(id) ?? { readiness: [], certificates: [] }
    return missedRules(rules, readiness, certificates).length === 0
  })
}

/** Orders a facing of a different product for every shelf, in any order, on a day that nobody has. */
export async function placeOrder(shop: Shop, choice: number): Promise<void> {
  const startsOn = addDays(shop.today, ++days)
  const chosen = new Set<string>()
  const offered = Math.min(choice, shop.variantIds.length)
  while (chosen.size < shop.shelfIds.length)
    chosen.add(shop.variantIds[Math.floor(Math.random() * offered)] ?? '')
  const variantIds = [...chosen]
  const placements = shop.shelfIds.map((shelfId, i) => ({
    shelfId,
    variantId: variantIds[i] ?? '',
    startMm: 0,
    facings: 1,
  }))
  const order = { orderId: newId('shelfOrder'), startsOn, endsOn: addDays(startsOn, 1), placements }
  await placeShelfOrder(db, shop.buyer, { ...order, cartons: [] }, new Date())
}
