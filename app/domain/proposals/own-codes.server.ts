import type { Db } from '#app/platform/transaction.server.ts'

/** Whether another variant of the cooperative has this code in its books. */
export async function isOwnCodeTaken(
  tx: Db,
  cooperativeId: string,
  ownCode: string,
  variantId: string | null,
): Promise<boolean> {
  const found = await tx.variant.findUnique({
    where: { cooperativeId_ownCode: { cooperativeId, ownCode } },
    select: { id: true },
  })
  return found !== null && found.id !== variantId
}
