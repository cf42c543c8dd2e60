import { tell } from '#app/domain/notices/tell.server.ts'
import type { RequestKind } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const whatOf = (kind: RequestKind): string =>
  t(kind === 'erasure' ? 'request_what.erasure' : 'request_what.correction')

/** Tells the cooperative what a member asks of its data; where only the asker could answer, the operator. */
export async function tellOfRequest(tx: Db, requestId: string, at: Date): Promise<void> {
  const { kind, cooperativeId, askedBy, producer } = await tx.producerRequest.findUniqueOrThrow({
    where: { id: requestId },
    select: { kind: true, cooperativeId: true, askedBy: true, producer: { select: { name: true } } },
  })
  const to = { organisationId: cooperativeId, except: askedBy }
  const values = { producer: producer.name, what: whatOf(kind) }
  await tell(tx, { kind: 'member.asked', to, about: requestId, values }, at)
}

/** Tells the member's own sign-ins what was answered. */
export async function tellOfAnswer(
  tx: Db,
  {
    requestId,
    producerId,
    kind,
    answer,
  }: { requestId: string; producerId: string; kind: RequestKind; answer: 'done' | 'refused' },
  at: Date,
): Promise<void> {
  const values = { what: whatOf(kind), answer: t(`request_answer.${answer}`) }
  await tell(tx, { kind: 'member.answered', to: { producerId }, about: requestId, values }, at)
}
