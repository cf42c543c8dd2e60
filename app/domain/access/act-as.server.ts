import type { Db } from '#app/platform/transaction.server.ts'

/** Says for the rest of the transaction who acts, to the database's own records: the history of prices names them. */
export async function actAs(tx: Db, { membershipId }: { membershipId: string }): Promise<void> {
  await tx.$executeRaw`select set_config('rak.membership', ${membershipId}, true)`
}
