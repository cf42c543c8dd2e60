import { inStoreCodeOf } from '#app/domain/identifiers/gtin.ts'
import type { GtinKind } from '#app/generated/prisma/enums.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Whether another product has the barcode. */
export async function isTaken(tx: Db, gtin: string, productId: string | null | undefined): Promise<boolean> {
  const found = await tx.variant.findUnique({ where: { gtin }, select: { productId: true } })
  return found !== null && found.productId !== productId
}

/**
 * The barcode that a variant gets: the one proposed, or else an in-store code that nobody has.
 *
 * Approvals that bring the same barcode queue up on a lock of its number, so the second one reads what the first wrote.
 */
export async function barcodeFor(
  tx: Db,
  gtin: string | null,
  productId: string | null,
): Promise<{ gtin: string; gtinKind: GtinKind }> {
  if (gtin) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`gtin:${gtin}`}))`
    const message = { key: 'gtin.taken' } as const
    if (await isTaken(tx, gtin, productId)) throw new Refusal('conflict', message, { gtin: message })
    return { gtin, gtinKind: 'gs1' }
  }
  for (;;) {
    const [next] = await tx.$queryRaw<{ serial: bigint }[]>`select nextval('in_store_codes') serial`
    if (!next) throw new Error('the sequence in_store_codes gave nothing')
    const code = inStoreCodeOf(next.serial)
    if (!(await isTaken(tx, code, null))) return { gtin: code, gtinKind: 'in_store' }
  }
}
