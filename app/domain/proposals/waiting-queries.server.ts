import { allow, type Operator } from '#app/domain/access/actors.ts'
import { isOperatorsTurn } from '#app/domain/notices/operators-turn.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { awaitedOf, listColleagues, type Proposer, scopeOfProposer } from './approvers.server.ts'
import { isFromFile } from './from-file.server.ts'
import { openStatuses } from './rules.ts'

const most = 100

const select = {
  id: true,
  name: true,
  status: true,
  productId: true,
  proposedBy: true,
  changedAt: true,
  submittedAt: true,
  decidedAt: true,
  variants: { orderBy: { position: 'asc' }, select: { widthMm: true, heightMm: true, isEnded: true } },
  producer: { select: { name: true } },
  photo: { select: { hash: true, madeAt: true } },
  proposer: { select: { name: true } },
  moves: {
    where: { toStatus: 'changes_asked' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { reason: true },
  },
} satisfies Prisma.ProductProposalSelect

/** Every proposal of the officer's cooperative, or of the producer, that is not finished; the longest wait first. */
export function listOpenProposals(db: Db, officer: Proposer) {
  return listOpen(db, officer, {})
}

/** The same without what was sent in files and is reviewed with them: thousands of it would hide the rest. */
export function listOpenByHand(db: Db, officer: Proposer) {
  const inFile = {
    status: { not: 'changes_asked' },
    importRows: { some: { import: { status: 'done' } } },
  } as const
  return listOpen(db, officer, { NOT: inFile })
}

async function listOpen(db: Db, officer: Proposer, where: Prisma.ProductProposalWhereInput) {
  allow(officer, 'product.read')
  const [colleagues, rows] = await Promise.all([
    listColleagues(db, officer.cooperativeId),
    db.productProposal.findMany({
      where: {
        ...scopeOfProposer(officer),
        status: { in: openStatuses },
        ...where,
      },
      select,
      orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      take: most,
    }),
  ])
  return rows.map(({ producer, photo, proposer, moves, variants, ...row }) => ({
    ...row,
    widthMm: variants[0]?.widthMm ?? null,
    heightMm: variants[0]?.heightMm ?? null,
    sizes: variants.filter(({ isEnded }) => !isEnded).length,
    producerName: producer.name,
    proposerName: proposer.name,
    photo: photo && { hash: photo.hash, isReady: photo.madeAt !== null },
    reason: moves[0]?.reason ?? '',
    isOwn: row.proposedBy === officer.personId,
    awaited: awaitedOf(colleagues, row.proposedBy),
  }))
}

/**
 * What waits for the operator because the cooperative has nobody else or answered too late, the longest first, without
 * what is reviewed with its file; `after` is the last id seen.
 */
export async function listForOperator(db: Db, operator: Operator, after?: string) {
  allow(operator, 'product.approve')
  const size = 50
  type Row = {
    id: string
    name: string
    product_id: string | null
    submitted_at: Date
    cooperative: string
    village: string
    producer: string
    proposer: string
    width_mm: number
    height_mm: number
    sizes: number
    hash: string
    is_ready: boolean
  }
  const rows = await db.$queryRaw<Row[]>`
    select u.id, u.name, u.product_id, u.submitted_at, o.short_name cooperative, v.name village, r.name producer,
      p.name proposer, x.width_mm, x.height_mm, f.hash, f.made_at is not null is_ready,
      (select count(*)::int from product_proposal_variants s where s.proposal_id = u.id and not s.is_ended) sizes
    from product_proposals u
    join organisations o on o.id = u.cooperative_id
    join villages v on v.code = o.village_code
    join producers r on r.id = u.producer_id
    join people p on p.id = u.proposed_by
    join photos f on f.id = u.photo_id
    join product_proposal_variants x on x.proposal_id = u.id and x.position = 0
    where u.status = 'submitted' and u.proposed_by <> ${operator.personId} and not ${isFromFile('u')}
      and ${isOperatorsTurn('proposal.submitted', {
        about: Prisma.sql`u.id`,
        since: Prisma.sql`u.submitted_at`,
        cooperative: Prisma.sql`u.cooperative_id`,
        sender: Prisma.sql`u.proposed_by`,
      })}
      and (${after ?? null}::text is null or (u.submitted_at, u.id) > (
        select a.submitted_at, a.id from product_proposals a where a.id = ${after ?? null}
      ))
    order by u.submitted_at, u.id
    limit ${size + 1}`
  const page = rows.slice(0, size).map((row) => ({
    id: row.id,
    name: row.name,
    isChange: row.product_id !== null,
    submittedAt: row.submitted_at,
    cooperativeName: row.cooperative,
    village: row.village,
    producerName: row.producer,
    proposerName: row.proposer,
    widthMm: row.width_mm,
    heightMm: row.height_mm,
    sizes: row.sizes,
    photo: { hash: row.hash, isReady: row.is_ready },
  }))
  return { page, next: rows.length > size ? page.at(-1)?.id : undefined }
}

/** What the operator decided lately, the newest first. */
export async function listDecidedByOperator(db: Db, operator: Operator) {
  allow(operator, 'product.approve')
  const rows = await db.proposalMove.findMany({
    where: {
      by: { organisationId: operator.organisationId },
      toStatus: { in: ['approved', 'changes_asked'] },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 10,
    select: {
      id: true,
      toStatus: true,
      at: true,
      by: { select: { person: { select: { name: true } } } },
      proposal: { select: { id: true, name: true, cooperative: { select: { shortName: true } } } },
    },
  })
  return rows.map(({ by, proposal, ...move }) => ({
    ...move,
    deciderName: by.person.name,
    proposalId: proposal.id,
    name: proposal.name,
    cooperativeName: proposal.cooperative.shortName,
  }))
}
