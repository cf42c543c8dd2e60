import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { officerOf } from './actors.ts'
import { cooperativeOf } from './batu/places.ts'
import type { SeedProduct } from './batu/products.ts'
import { chanceOf } from './chance.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { seededPacks } from './packs.ts'

type Lot = { age: number; cartons: number; daysLeft: number }

// Sold out, so that the shop shows what that looks like.
const soldOut = new Set(['Nastar Selai Apel 250 g', 'Mawar Potong isi 20 tangkai'])

/** Batches as they come in: what keeps, now and then and in many cartons; what does not, every day or two. */
function lotsOf({ name, shelfLifeDays, unitsPerCarton, range }: SeedProduct): Lot[] {
  if (soldOut.has(name)) return []
  const chance = chanceOf(`lots of ${name}`)
  const craft = {
    age: 50,
    cartons: Math.max(4, Math.ceil(40 / unitsPerCarton)),
    daysLeft: shelfLifeDays - 50,
  }
  if (range === 'kriya_batik') return [craft]
  const pieces = unitsPerCarton === 1 ? 20 : shelfLifeDays <= 30 ? 200 : 300
  return agesOf(shelfLifeDays, chance).map((age) => ({
    age,
    cartons: Math.max(2, Math.round((pieces / unitsPerCarton) * (chance(70, 140) / 100))),
    daysLeft: shelfLifeDays - age,
  }))
}

/** Days since each batch came in. */
function agesOf(shelfLifeDays: number, chance: ReturnType<typeof chanceOf>): number[] {
  if (shelfLifeDays <= 4) return [0]
  if (shelfLifeDays <= 30) return [3, 1, 0]
  return shelfLifeDays <= 90 ? [25, 12, 3] : [chance(64, 75), chance(36, 50), chance(2, 20)]
}

/** Writes what each cooperative has in its store, as batches that were received; the levels follow by themselves. */
export async function writeStock(tx: Db, today: Day): Promise<void> {
  await tx.stockLevel.createMany({ data: seededPacks.map(({ id }) => ({ variantId: id })) })
  const lots = seededPacks.flatMap(({ id: variantId, product, position }) =>
    lotsOf(product).map((lot, i) => ({
      ...lot,
      id: idOf('lot', product.name, ...(position ? [product.netContent] : []), String(i)),
      variantId,
      product,
      receivedOn: addDays(today, -lot.age),
      bestBefore: addDays(today, lot.daysLeft),
    })),
  )
  await tx.lot.createMany({
    data: lots.map(({ id, variantId, receivedOn, bestBefore }) => ({
      id,
      variantId,
      receivedOn: toDate(receivedOn),
      bestBefore: toDate(bestBefore),
      createdAt: at(receivedOn, 6),
    })),
  })
  await tx.stockMovement.createMany({
    data: lots.map(({ id, variantId, product, cartons, receivedOn }) => ({
      id: idOf('movement', id),
      variantId,
      lotId: id,
      kind: 'received',
      onHand: cartons * product.unitsPerCarton,
      byMembershipId: officerOf(cooperativeOf(product.village).slug).membershipId,
      at: at(receivedOn, 6),
    })),
  })
}
