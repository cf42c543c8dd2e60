import type { Db } from '#app/platform/transaction.server.ts'

/** Whether a variant of the cooperative has this code in its books, other than those that are proposed together. */
export async function isOwnCodeTaken(
  tx: Db,
  cooperativeId: string,
  ownCode: string,
  together: (string | null)[],
): Promise<boolean> {
  const found = await tx.variant.findUnique({
    where: { cooperativeId_ownCode: { cooperativeId, ownCode } },
    select: { id: true },
  })
  return found !== null && !together.includes(found.id)
}
