import { allow, type Operator } from '#app/domain/access/actors.ts'
import { keepers } from '#app/domain/access/kinds.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Applicant } from './applicant.server.ts'
import { checklistOf, type ItemKey } from './checklist.ts'
import { factsOf, factsSelect } from './facts.server.ts'
import { isOfTheApplicants } from './lock-for-check.server.ts'
import { usualWait } from './waiting-queries.server.ts'

const pageSize = 30

const movesSelect = {
  orderBy: [{ at: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    fromStatus: true,
    toStatus: true,
    at: true,
    reason: true,
    by: { select: { person: { select: { name: true } } } },
    remarks: { select: { item: true, reason: true } },
  },
} as const satisfies Prisma.Application$movesArgs

const applicationSelect = {
  ...factsSelect,
  id: true,
  number: true,
  status: true,
  version: true,
  filerName: true,
  isSample: true,
  createdAt: true,
  changedAt: true,
  submittedAt: true,
  decidedAt: true,
  organisationId: true,
  village: { select: { name: true } },
  organisation: { select: { shortName: true } },
  moves: movesSelect,
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof applicationSelect }>

function shape(row: Row) {
  const items = checklistOf(factsOf(row))
  const last = row.moves.at(-1)
  const given = row.status === 'changes_asked' ? (last?.remarks ?? []) : []
  // A paper that was sent again has been answered for.
  const isAnswered = (item: string) =>
    row.documents.some(({ kind, uploadedAt }) => item === `paper_${kind}` && last && uploadedAt > last.at)
  const asked = given.filter(({ item }) => !isAnswered(item))
  return {
    ...row,
    items,
    remarks: Object.fromEntries(asked.map(({ item, reason }) => [item, reason])) as Partial<
      Record<ItemKey, string>
    >,
    /** Since when it stands where it stands. */
    since: last?.at ?? row.createdAt,
    lastReason: last?.reason ?? '',
    moves: row.moves.map(({ by, ...move }) => ({ ...move, byName: by?.person.name ?? null })),
  }
}

/** An application as its applicant sees it: an account masked, papers without their contents. */
export async function readOwnApplication(db: Db, applicant: Applicant) {
  const row = await db.application.findUniqueOrThrow({
    where: { id: applicant.applicationId },
    select: applicationSelect,
  })
  const [operator, own] = await Promise.all([usualWait(db, 'operator'), usualWait(db, 'applicant')])
  return { ...shape(row), usual: { operator, applicant: own } }
}

/** The same for the operator, with who opened which paper, and whether it is theirs to judge. */
export async function readApplication(db: Db, operator: Operator, id: string) {
  allow(operator, 'application.check')
  const row = await db.application.findFirst({
    where: { id, status: { not: 'draft' } },
    select: applicationSelect,
  })
  if (!row) throw notFound()
  const [isOwn, openings, others, first, byOperator, byApplicant] = await Promise.all([
    isOfTheApplicants(db, operator, id),
    db.applicationOpening.findMany({
      where: { byMembershipId: operator.membershipId, document: { applicationId: id, removedAt: null } },
      distinct: ['documentId'],
      select: { documentId: true },
    }),
    row.villageCode
      ? db.organisation.findMany({
          where: { kind: 'cooperative', villageCode: row.villageCode, id: { not: row.organisationId ?? '' } },
          take: 5,
          select: { shortName: true },
        })
      : [],
    db.invitation.findFirst({
      where: { organisationId: row.organisationId ?? '', role: { in: [...keepers] } },
      orderBy: { createdAt: 'asc' },
      select: { personName: true, acceptedAt: true, expiresAt: true, revokedAt: true },
    }),
    usualWait(db, 'operator'),
    usualWait(db, 'applicant'),
  ])
  return {
    ...shape(row),
    isOwn,
    opened: openings.map(({ documentId }) => documentId),
    sameVillage: others.map(({ shortName }) => shortName),
    first,
    usual: { operator: byOperator, applicant: byApplicant },
  }
}

/** Sent applications, the one that waits longest first; then those that wait for the applicant, and what was decided. */
export async function listApplications(db: Db, operator: Operator, after?: string) {
  allow(operator, 'application.check')
  const select = {
    id: true,
    number: true,
    kind: true,
    status: true,
    legalName: true,
    submittedAt: true,
    changedAt: true,
    decidedAt: true,
    isSample: true,
    village: { select: { name: true } },
  } as const
  const last = after ? await db.application.findFirst({ where: { id: after, status: 'submitted' } }) : null
  const beyond: Prisma.ApplicationWhereInput = last?.submittedAt
    ? {
        OR: [
          { submittedAt: { gt: last.submittedAt } },
          { submittedAt: last.submittedAt, id: { gt: last.id } },
        ],
      }
    : {}
  const [waiting, asked, decided, usual] = await Promise.all([
    db.application.findMany({
      where: { status: 'submitted', ...beyond },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      take: pageSize + 1,
      select,
    }),
    db.application.findMany({
      where: { status: 'changes_asked' },
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take: pageSize,
      select,
    }),
    db.application.findMany({
      where: { status: { in: ['approved', 'refused'] } },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: 10,
      select,
    }),
    usualWait(db, 'operator'),
  ])
  const page = waiting.slice(0, pageSize)
  return { page, next: waiting.length > pageSize ? page.at(-1)?.id : undefined, asked, decided, usual }
}

/** Every village one can apply for, by city and name. */
export async function listAllVillages(db: Db) {
  return db.village.findMany({
    orderBy: [{ city: { name: 'asc' } }, { name: 'asc' }],
    select: { code: true, name: true, district: true, city: { select: { name: true } } },
  })
}
