import { allow, type Operator } from '#app/domain/access/actors.ts'
import { certificateName } from '#app/domain/catalogue/readiness.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { dayOf, toDate } from '#app/platform/calendar.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { announceHolder, lockHolder } from './holder.server.ts'
import { type DecideCertificate, moves } from './rules.ts'

/**
 * Says that the operator looked at a paper and that it proves what was written, or that it does not, and why. The same
 * decision again changes nothing.
 *
 * A renewal that is rejected gives way to the one it was to replace, as long as that still holds: a blurred photo of the
 * new paper must not take goods out of shops.
 *
 * @throws Refusal `forbidden` for one's own; `not_found` for a number without a paper; `invalid` for a rejection without
 * a reason; `conflict` for what was decided otherwise or replaced meanwhile.
 */
export async function decideCertificate(
  db: Db,
  operator: Operator,
  { certificateId, decision, reason }: DecideCertificate,
  at: Date,
): Promise<void> {
  allow(operator, 'certificate.verify')
  if (decision === 'rejected' && !reason) {
    const message = { key: 'certificate.reason_missing' } as const
    throw new Refusal('invalid', message, { reason: message })
  }
  await inTransaction(db, async (tx) => {
    const holder = await tx.certificate.findFirst({
      where: { id: certificateId, fileKey: { not: null } },
      select: {
        kind: true,
        productId: true,
        producerId: true,
        cooperativeId: true,
        product: { select: { name: true, producerId: true } },
        producer: { select: { name: true } },
      },
    })
    if (!holder) throw notFound()
    await lockHolder(tx, holder)
    const paper = await tx.certificate.findUniqueOrThrow({
      where: { id: certificateId },
      select: {
        status: true,
        replacedAt: true,
        replaces: true,
        sender: { select: { personId: true } },
      },
    })
    if (paper.sender?.personId === operator.personId)
      throw new Refusal('forbidden', { key: 'certificate.own' })
    if (paper.status === decision) return
    const isAllowed = (moves[paper.status] as readonly string[]).includes(decision)
    if (!isAllowed || paper.replacedAt) throw new Refusal('conflict', { key: 'certificate.decided' })

    const before = decision === 'rejected' ? await findStillHeld(tx, paper.replaces, at) : null
    await tx.certificate.update({
      where: { id: certificateId },
      data: {
        status: decision,
        reason: decision === 'rejected' ? reason : '',
        decidedBy: operator.membershipId,
        decidedAt: at,
        ...(before && { replacedAt: at }),
      },
    })
    if (before) await tx.certificate.update({ where: { id: before.id }, data: { replacedAt: null } })
    const name = holder.product?.name ?? holder.producer?.name ?? ''
    const makerId = holder.producerId ?? holder.product?.producerId ?? ''
    await tellOwners(tx, { ...holder, makerId, name, certificateId, decision, reason }, at)
    await announceHolder(tx, holder)
  })
}

type Decided = DecideCertificate & {
  kind: CertificateKind
  name: string
  cooperativeId: string
  makerId: string
}

// The cooperative, and the producer whose goods they are, whoever of them sent it.
async function tellOwners(
  tx: Db,
  { certificateId: about, kind, name, decision, reason, cooperativeId, makerId }: Decided,
  at: Date,
): Promise<void> {
  const values = { certificate: certificateName(kind), name }
  for (const to of [{ organisationId: cooperativeId }, { producerId: makerId }]) {
    const news = { about, to, occasion: decision }
    if (decision === 'verified') await tell(tx, { ...news, kind: 'certificate.accepted', values }, at)
    else await tell(tx, { ...news, kind: 'certificate.refused', values: { ...values, reason } }, at)
  }
}

async function findStillHeld(tx: Db, id: string | null, at: Date) {
  if (!id) return null
  return tx.certificate.findFirst({
    where: {
      id,
      status: { not: 'rejected' },
      OR: [{ expiresOn: null }, { expiresOn: { gt: toDate(dayOf(at)) } }],
    },
    select: { id: true },
  })
}
