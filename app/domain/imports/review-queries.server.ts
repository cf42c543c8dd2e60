import { allow } from '#app/domain/access/actors.ts'
import { isOperatorsTurn } from '#app/domain/notices/operators-turn.server.ts'
import { isWithOperator } from '#app/domain/notices/passed-on-queries.server.ts'
import { type Approver, awaitedOf, listColleagues } from '#app/domain/proposals/approvers.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import type { Message } from '#app/messages/say.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Content } from './columns.ts'
import type { Changes } from './plan.ts'

export const reviewedAtOnce = 100

/**
 * A saved import that proposed something, for whoever may approve it: its cooperative; the operator where the one who sent
 * it is alone there, where it was passed on, and where they approved of it. Refuses with `not_found` everybody else.
 */
export async function requireReview(db: Db, approver: Approver, importId: string) {
  allow(approver, 'product.approve')
  const found = await db.import.findFirst({
    where: {
      id: importId,
      status: 'done',
      ...(approver.kind === 'cooperative'
        ? { cooperativeId: approver.cooperativeId }
        : { rows: { some: { proposalId: { not: null } } } }),
    },
    select: {
      kind: true,
      fileName: true,
      cooperativeId: true,
      finishedAt: true,
      cooperative: { select: { shortName: true } },
      confirmer: { select: { personId: true, person: { select: { name: true } } } },
    },
  })
  if (!found?.confirmer) throw notFound()
  const { confirmer, cooperative, ...rest } = found
  if (approver.kind === 'operator') {
    const colleagues = await listColleagues(db, found.cooperativeId)
    const isTheirs =
      awaitedOf(colleagues, confirmer.personId).by === 'operator' ||
      (await isWithOperator(db, 'import.proposed', [importId])) ||
      (await db.importApproval.count({ where: { importId, approver: { personId: approver.personId } } })) > 0
    if (!isTheirs) throw notFound()
  }
  return {
    ...rest,
    cooperativeName: cooperative.shortName,
    sender: confirmer.person.name,
    isOwn: confirmer.personId === approver.personId,
  }
}

/** The saved imports of which something waits or is unfinished, for whoever may approve it; the longest wait first. */
export function listReviews(db: Db, approver: Approver) {
  allow(approver, 'product.approve')
  type Row = {
    id: string
    fileName: string
    finishedAt: Date
    sender: string
    cooperativeName: string
    isOwn: boolean
    waiting: number
    drafts: number
  }
  const scope =
    approver.kind === 'cooperative'
      ? Prisma.sql`u.cooperative_id = ${approver.cooperativeId}`
      : Prisma.sql`u.status = 'submitted' and u.proposed_by = m.person_id and m.person_id <> ${approver.personId}
          and ${isOperatorsTurn('import.proposed', {
            about: Prisma.sql`i.id`,
            since: Prisma.sql`i.finished_at`,
            cooperative: Prisma.sql`u.cooperative_id`,
            sender: Prisma.sql`m.person_id`,
          })}`
  return db.$queryRaw<Row[]>`
    select i.id, i.file_name as "fileName", i.finished_at as "finishedAt", p.name as "sender",
      o.short_name as "cooperativeName", m.person_id = ${approver.personId} as "isOwn",
      count(distinct u.id) filter (where u.status = 'submitted')::int as "waiting",
      count(distinct u.id) filter (where u.status = 'draft')::int as "drafts"
    from product_proposals u
    join import_rows r on r.proposal_id = u.id
    join imports i on i.id = r.import_id and i.status = 'done'
    join memberships m on m.id = i.confirmed_by
    join people p on p.id = m.person_id
    join organisations o on o.id = i.cooperative_id
    where u.status in ('draft', 'submitted') and ${scope}
    group by i.id, p.name, o.short_name, m.person_id
    order by i.finished_at, i.id
    limit 50`
}

/** A review with what was proposed, by proposal: the packs that rows name, and what would change of each. */
export async function readReview(db: Db, approver: Approver, importId: string) {
  const review = await requireReview(db, approver, importId)
  const scope = { importRows: { some: { importId } } }
  const [rows, waiting, approved, drafts, left] = await Promise.all([
    db.productProposal.findMany({
      where: { ...scope, status: 'submitted' },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: reviewedAtOnce,
      select: {
        id: true,
        name: true,
        proposedBy: true,
        producer: { select: { name: true } },
        variants: { select: { ownCode: true, gtin: true, netContent: true, retailPrice: true } },
        changedAt: true,
        // Of other files, too: who approves it approves all that it says.
        importRows: {
          select: {
            importId: true,
            number: true,
            verdict: true,
            cells: true,
            content: true,
            changes: true,
            savedAt: true,
          },
          orderBy: [{ savedAt: 'asc' }, { number: 'asc' }],
        },
        importApprovals: { where: { importId }, select: { decidedAt: true, problem: true } },
      },
    }),
    db.productProposal.count({ where: { ...scope, status: 'submitted' } }),
    db.productProposal.count({ where: { ...scope, status: 'approved' } }),
    db.productProposal.findMany({
      where: { ...scope, status: 'draft' },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: reviewedAtOnce,
      select: { id: true, name: true },
    }),
    db.importApproval.count({ where: { importId, decidedAt: null } }),
  ])
  const proposals = rows.map(({ importRows, importApprovals: [approval], proposedBy, ...row }) => ({
    id: row.id,
    name: row.name,
    producerName: row.producer.name,
    isOwn: proposedBy === approver.personId,
    isAsked: approval !== undefined && approval.decidedAt === null,
    problem: (approval?.problem ?? null) as Message | null,
    /** Whether somebody changed it in the form since. */
    isEdited: row.changedAt > (importRows.at(-1)?.savedAt ?? row.changedAt),
    rows: importRows.map(({ importId, number, verdict, cells, content, changes }) => {
      const { ownCode, barcode, gtin } = content as Content
      const code = ownCode ?? barcode ?? gtin
      const pack = row.variants.find((one) => one.ownCode === code || one.gtin === code)
      return {
        id: `${importId} ${number}`,
        isNew: verdict === 'new',
        isPhoto: code === undefined,
        retailPrice: pack?.retailPrice ?? null,
        // A photo has no code; its file says which it is.
        of: code ? [code, pack?.netContent].filter(Boolean).join(', ') : (cells[0] ?? ''),
        changes: changes as Changes,
      }
    }),
  }))
  return { ...review, proposals, waiting, approved, left, drafts }
}
