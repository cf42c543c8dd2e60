import { fromDate } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { writeMember } from './change-producer.server.ts'
import type { Correctable } from './rules.ts'

/**
 * Writes one corrected value through the same door as an officer's form, so that every rule of it holds.
 *
 * @throws Refusal `conflict` with what does not fit.
 */
export async function applyCorrection(
  tx: Db,
  writer: { cooperativeId: string; membershipId: string },
  { producerId, field, value }: { producerId: string; field: Correctable; value: string },
  at: Date,
): Promise<void> {
  const { categories, record, ...producer } = await tx.producer.findUniqueOrThrow({
    where: { id: producerId },
    select: {
      name: true,
      villageCode: true,
      story: true,
      categories: { select: { categorySlug: true } },
      record: true,
    },
  })
  const typed = {
    producerId,
    version: record?.version ?? 0,
    ...producer,
    categories: categories.map(({ categorySlug }) => categorySlug),
    ownerName: record?.ownerName ?? '',
    nib: record?.nib ?? undefined,
    isPkp: record?.isPkp ?? false,
    bank: record?.bank ?? '',
    accountHolder: record?.accountHolder ?? '',
    statementOn: record?.statementOn ? fromDate(record.statementOn) : undefined,
    consent: false,
  }
  try {
    await writeMember(tx, writer, { ...typed, [field]: value }, at)
  } catch (error) {
    // Its fields are those of another form; the first of them says why.
    const [said] = error instanceof Refusal ? Object.values(error.fields) : []
    throw said ? new Refusal('conflict', said) : error
  }
}
