import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { officerOf } from './actors.ts'
import { cooperativeOf } from './batu/places.ts'
import { products } from './batu/products.ts'
import { pricesBefore } from './batu/sizes.ts'
import { at } from './hours.ts'
import { variantId } from './packs.ts'

/** Writes what some packs cost before today, so that their prices have a history. The last of each is what they cost now. */
export async function writePricesBefore(tx: Db, today: Day): Promise<void> {
  await tx.variantPrice.createMany({
    data: products.flatMap(({ name, village }) => {
      const { membershipId } = officerOf(cooperativeOf(village).slug)
      return (pricesBefore[name] ?? []).flatMap(([daysAgo, retail, wholesale, member]) =>
        Object.entries({ retail, wholesale, member }).map(([kind, price]) => ({
          variantId: variantId(name),
          kind: kind as 'retail',
          price,
          fromAt: at(addDays(today, -daysAgo), 10),
          byMembershipId: membershipId,
        })),
      )
    }),
  })
}
