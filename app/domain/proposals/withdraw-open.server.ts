import type { Prisma } from '#app/generated/prisma/client.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { openStatuses } from './rules.ts'

/**
 * Takes back those proposals among the ones of `which` that are open, inside the caller's transaction, because nobody is
 * to wait for them any more. Call it before a product or a producer is locked: an approval, too, locks the proposal first.
 */
export async function withdrawOpen(
  tx: Db,
  which: Prisma.ProductProposalWhereInput & { cooperativeId: string },
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  const where: Prisma.ProductProposalWhereInput = {
    status: { in: openStatuses },
    ...which,
  }
  const found = await tx.productProposal.findMany({ where, select: { id: true } })
  const ids = found.map(({ id }) => id)
  await tx.$queryRaw`select id from product_proposals where id = any(${ids}::text[]) order by id for update`
  // Read again under the lock: what was decided meanwhile stays decided.
  const open = await tx.productProposal.findMany({
    where: { id: { in: ids }, ...where },
    select: { id: true, status: true, version: true },
  })
  await tx.productProposal.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { status: 'withdrawn' },
  })
  await tx.proposalMove.createMany({
    data: open.map(({ id, status, version }) => ({
      id: newId('move'),
      proposalId: id,
      fromStatus: status,
      toStatus: 'withdrawn',
      version,
      byMembershipId: by,
      at,
      reason,
    })),
  })
}
