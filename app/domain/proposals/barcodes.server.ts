import { inStoreCodeOf } from '#app/domain/identifiers/gtin.ts'
import type { GtinKind } from '#app/generated/prisma/enums.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { prefixOf } from './rules.ts'

/** Whether another variant, of whatever product, has the barcode. One that has ended keeps it: a GTIN is given once. */
export async function isTaken(tx: Db, gtin: string, variantId: string | null | undefined): Promise<boolean> {
  const found = await tx.variant.findUnique({ where: { gtin }, select: { id: true } })
  return found !== null && found.id !== variantId
}

type Proposed = { gtin: string | null; variantId: string | null; at: number }

/** Approvals that bring the same barcodes queue up here, in the order of the numbers, so that none waits for another. */
export async function lockBarcodes(tx: Db, gtins: (string | null)[]): Promise<void> {
  for (const gtin of gtins.filter((one) => one !== null).toSorted())
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`gtin:${gtin}`}))`
}

/** The barcode that a variant gets: the one proposed, or else an in-store code that nobody has. Call `lockBarcodes` before. */
export async function barcodeFor(
  tx: Db,
  { gtin, variantId, at }: Proposed,
): Promise<{ gtin: string; gtinKind: GtinKind }> {
  if (gtin) {
    const message = { key: 'gtin.taken' } as const
    if (await isTaken(tx, gtin, variantId))
      throw new Refusal('conflict', message, { [`${prefixOf(at)}gtin`]: message })
    return { gtin, gtinKind: 'gs1' }
  }
  for (;;) {
    const [next] = await tx.$queryRaw<{ serial: bigint }[]>`select nextval('in_store_codes') serial`
    if (!next) throw new Error('the sequence in_store_codes gave nothing')
    const code = inStoreCodeOf(next.serial)
    if (!(await isTaken(tx, code, null))) return { gtin: code, gtinKind: 'in_store' }
  }
}
