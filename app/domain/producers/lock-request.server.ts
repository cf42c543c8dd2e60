import type { CooperativeMember, Operator } from '#app/domain/access/actors.ts'
import { isWithOperator } from '#app/domain/notices/passed-on-queries.server.ts'
import { awaitedOf, listColleagues } from '#app/domain/proposals/approvers.server.ts'
import type { ProducerRequest } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export type Answerer = CooperativeMember | Operator

/**
 * A request in the answerer's scope, locked with its member until the transaction ends: the member first, as whoever asks
 * does. Refuses with `not_found` what is not theirs.
 */
export async function lockRequest(tx: Db, answerer: Answerer, requestId: string, at: Date) {
  const scope = answerer.kind === 'operator' ? {} : { cooperativeId: answerer.cooperativeId }
  const found = await tx.producerRequest.findFirst({ where: { id: requestId, ...scope } })
  if (!found) throw notFound()
  await requireTurn(tx, answerer, found, at)
  await tx.$queryRaw`select id from producers where id = ${found.producerId} for update`
  await tx.$queryRaw`select id from producer_requests where id = ${requestId} for update`
  const locked = await tx.producerRequest.findUnique({ where: { id: requestId } })
  // It went with an erasure.
  if (!locked) throw notFound()
  return locked
}

/** The operator answers where the cooperative has nobody else, what is late and what was passed on; before, it is not there for them. */
export async function requireTurn(
  tx: Db,
  answerer: Answerer,
  {
    id,
    cooperativeId,
    askedBy,
    answerBy,
  }: Pick<ProducerRequest, 'id' | 'cooperativeId' | 'askedBy' | 'answerBy'>,
  at: Date,
): Promise<void> {
  if (answerer.kind !== 'operator' || answerBy < at) return
  const colleagues = await listColleagues(tx, cooperativeId)
  if (awaitedOf(colleagues, askedBy).by === 'operator') return
  if (!(await isWithOperator(tx, 'member.asked', [id]))) throw notFound()
}
