import { partsOfPirt } from '#app/domain/identifiers/pirt.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { CompleteContent } from './content.ts'

/**
 * Brings a product's halal, P-IRT and BPOM numbers to what was approved. A number that did not change keeps its row,
 * and so do certificates of other kinds, and seeded examples until a real number takes their place. A number with its
 * paper outranks a typed one: losing what somebody looked at would be worse than an old number in a draft.
 */
export async function keepCertificates(
  tx: Db,
  product: { id: string; cooperativeId: string },
  { halalNumber, pirtNumber, bpomNumber }: CompleteContent,
  at: Date,
): Promise<void> {
  const numbers = { halal: halalNumber, pirt: pirtNumber, bpom_md: bpomNumber } as const
  for (const kind of ['halal', 'pirt', 'bpom_md'] as const) {
    const number = numbers[kind]
    const one = { productId: product.id, kind }
    const current = { ...one, replacedAt: null }
    const isGone = number ? { number: { not: number } } : { isSample: false }
    await tx.certificate.updateMany({
      where: { ...current, ...isGone, fileKey: null },
      data: { replacedAt: at },
    })
    if (!number) continue
    const expiresOn = expiryOf(number)
    await tx.certificate.createMany({
      data: {
        id: newId('certificate'),
        cooperativeId: product.cooperativeId,
        ...one,
        number,
        expiresOn: expiresOn && toDate(expiresOn),
        createdAt: at,
      },
      skipDuplicates: true,
    })
  }
}

// A P-IRT number tells the year it ends, not the day: it is taken for good until the last one.
function expiryOf(number: string): Day | null {
  const parts = partsOfPirt(number)
  return parts && `${parts.expiryYear}-12-31`
}
