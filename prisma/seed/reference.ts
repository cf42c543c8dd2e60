import { toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { city, villages } from './batu/places.ts'
import { categories } from './categories.ts'
import { settings } from './settings.ts'
import { writeSynonyms } from './synonyms.ts'

/** Writes what every database needs, also one without a demonstration. What is there already stays as it is. */
export async function writeReferenceData(tx: Db): Promise<void> {
  const skipDuplicates = true
  await tx.datedSetting.createMany({
    data: settings.map((one) => ({ ...one, effectiveFrom: toDate(one.effectiveFrom) })),
    skipDuplicates,
  })
  await tx.city.createMany({ data: [city], skipDuplicates })
  await tx.village.createMany({ data: villages, skipDuplicates })
  const rows = categories.flatMap(({ children, ...family }, i) => [
    { ...family, position: (i + 1) * 100 },
    ...children.map((child, j) => ({ ...child, parentSlug: family.slug, position: (i + 1) * 100 + j + 1 })),
  ])
  await tx.category.createMany({
    data: rows.map((row) => ({ ...row, ppnClass: row.ppnClass ?? 'taxable' })),
    skipDuplicates,
  })
  await writeSynonyms(tx)
}
