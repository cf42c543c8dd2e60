import { allow, type CooperativeMember, type Operator } from '#app/domain/access/actors.ts'
import { maskedNik } from '#app/domain/identifiers/nik.ts'
import { isOperatorsTurn } from '#app/domain/notices/operators-turn.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import { openSealed } from '#app/platform/sealed.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Answerer, requireTurn } from './lock-request.server.ts'
import { requestPlace } from './secrets.server.ts'

const select = {
  id: true,
  producerId: true,
  cooperativeId: true,
  kind: true,
  status: true,
  field: true,
  valueSealed: true,
  note: true,
  askedBy: true,
  askedAt: true,
  answerBy: true,
  answeredAt: true,
  reason: true,
  asker: { select: { name: true } },
  answerer: { select: { name: true } },
  producer: { select: { name: true, cooperative: { select: { shortName: true } } } },
} as const

/** One request as it is answered; a secret that is proposed is masked here too. */
export async function requireRequest(db: Db, answerer: Answerer, id: string, at: Date) {
  allow(answerer, 'member.answer')
  const scope = answerer.kind === 'operator' ? {} : { cooperativeId: answerer.cooperativeId }
  const found = await db.producerRequest.findFirst({ where: { id, ...scope }, select })
  if (!found) throw notFound()
  await requireTurn(db, answerer, found, at)
  const { valueSealed, asker, answerer: by, producer, ...request } = found
  const proposed = valueSealed && openSealed(valueSealed, requestPlace(id))
  return {
    ...request,
    producerName: producer.name,
    cooperativeName: producer.cooperative.shortName,
    askerName: asker.name,
    answererName: by?.name ?? null,
    isOwn: request.askedBy === answerer.personId,
    proposed: proposed && shownOf(request.field ?? '', proposed),
  }
}

/** How a proposed value is shown to whoever confirms it against what the member holds in hand. */
function shownOf(field: string, value: string): string {
  if (field === 'nik') return maskedNik(value.slice(0, 4))
  if (field === 'npwp') return '•••• •••• •••• ••••'
  return field === 'account' ? `•••• ${value.slice(-3)}` : value
}

const openSelect = {
  id: true,
  producerId: true,
  kind: true,
  field: true,
  status: true,
  askedAt: true,
  answerBy: true,
  producer: { select: { name: true, cooperative: { select: { shortName: true } } } },
} as const

type OpenRow = { producer: { name: string; cooperative: { shortName: string } } }
const shaped = <Row extends OpenRow>({ producer, ...request }: Row) => ({
  ...request,
  producerName: producer.name,
  cooperativeName: producer.cooperative.shortName,
})

/** What members of the officer's cooperative asked and nobody has answered, the nearest deadline first. */
export async function listOpenRequests(db: Db, officer: CooperativeMember) {
  allow(officer, 'member.answer')
  const where = {
    cooperativeId: officer.cooperativeId,
    status: 'open' as const,
    askedBy: { not: officer.personId },
  }
  const rows = await db.producerRequest.findMany({
    where,
    select: openSelect,
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(shaped)
}

/** What waits for the operator: what is late, what was passed on, and what the cooperative has nobody to answer. */
export async function listRequestsForOperator(db: Db, operator: Operator, at: Date) {
  allow(operator, 'member.answer')
  const ids = await db.$queryRaw<{ id: string }[]>`
    select r.id from producer_requests r
    where r.status = 'open' and (r.answer_by < ${at} or ${isOperatorsTurn('member.asked', {
      about: Prisma.sql`r.id`,
      since: Prisma.sql`r.asked_at`,
      cooperative: Prisma.sql`r.cooperative_id`,
      sender: Prisma.sql`r.asked_by`,
    })})
    order by r.answer_by, r.id limit 100`
  const rows = await db.producerRequest.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: openSelect,
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
  })
  return rows.map(shaped)
}
