import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const { sql } = Prisma

/** Takes away what people were told of a member, or as that member, inside the caller's transaction; before its names go. */
export async function forgetNotices(
  tx: Db,
  { producerId, names }: { producerId: string; names: string[] },
): Promise<void> {
  // Whole values only: a member called Tempe is not every notice about tempe.
  const gone = sql`(
    select n.id from notices n
    where n.membership_id in (select id from memberships where producer_id = ${producerId})
      or n.about_id in (select id from producer_requests where producer_id = ${producerId})
      or exists (select from jsonb_each_text(n.said::jsonb) as told where told.value = any(${names}::text[])))`
  await tx.$executeRaw`delete from deliveries where notice_id in ${gone}`
  await tx.$executeRaw`delete from notices where id in ${gone}`
}
