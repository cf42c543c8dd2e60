import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { people } from './batu/people.ts'
import { products, type SeedProduct } from './batu/products.ts'
import { cooperativeOf, variantId } from './catalogue.ts'
import { chanceOf } from './chance.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { membershipId } from './organisations.ts'

type Lot = { age: number; cartons: number; daysLeft: number }

// Sold out, so that the shop shows what that looks like.
const soldOut = new Set(['Nastar Selai Apel 250 g', 'Mawar Potong isi 20 tangkai'])

/** Batches as they come in: what keeps arrives now and then in many cartons, what does not comes every day or two. */
function lotsOf({ name, shelfLifeDays, unitsPerCarton, range }: SeedProduct): Lot[] {
  if (soldOut.has(name)) return []
  const chance = chanceOf(`lots of ${name}`)
  if (range === 'kriya_batik') return [{ age: 50, cartons: Math.ceil(40 / unitsPerCarton), daysLeft: 3_000 }]
  const pieces = unitsPerCarton === 1 ? 60 : 900
  const cartons = () => Math.max(2, Math.round((pieces / unitsPerCarton / 3) * (chance(60, 140) / 100)))
  const lot = (age: number): Lot => ({ age, cartons: cartons(), daysLeft: shelfLifeDays - age })
  if (shelfLifeDays <= 4) return [lot(0)]
  if (shelfLifeDays <= 30) return [lot(1), lot(0)]
  return [lot(chance(64, 75)), lot(chance(36, 50)), lot(chance(2, 20))].filter(
    ({ daysLeft }) => daysLeft > shelfLifeDays / 4,
  )
}

/** Writes what each cooperative has in its store, as batches that were received; the levels follow by themselves. */
export async function writeStock(tx: Db, today: Day): Promise<void> {
  await tx.stockLevel.createMany({ data: products.map(({ name }) => ({ variantId: variantId(name) })) })
  const lots = products.flatMap((product) =>
    lotsOf(product).map((lot, i) => ({
      ...lot,
      id: idOf('lot', product.name, String(i)),
      product,
      receivedOn: addDays(today, -lot.age),
      bestBefore: addDays(today, lot.daysLeft),
    })),
  )
  await tx.lot.createMany({
    data: lots.map(({ id, product, receivedOn, bestBefore }) => ({
      id,
      variantId: variantId(product.name),
      receivedOn: toDate(receivedOn),
      bestBefore: toDate(bestBefore),
      createdAt: at(receivedOn, 6),
    })),
  })
  await tx.stockMovement.createMany({
    data: lots.map(({ id, product, cartons, receivedOn }) => ({
      id: idOf('movement', id),
      variantId: variantId(product.name),
      lotId: id,
      kind: 'received',
      onHand: cartons * product.unitsPerCarton,
      byMembershipId: officerOf(cooperativeOf(product.village)),
      at: at(receivedOn, 6),
    })),
  })
}

/** The membership of the first officer of a cooperative. */
export function officerOf(cooperative: string): string {
  const one = people.find((person) => person.for.some(([slug]) => slug === cooperative))
  if (!one) throw new Error(`Nobody acts for ${cooperative}`)
  return membershipId(one.email ?? one.phone ?? '', cooperative)
}
