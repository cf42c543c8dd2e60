import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { type CertificateKind, Prisma } from '#app/generated/prisma/client.ts'
import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { paperSelect, shaped } from './queries.server.ts'
import { getSoonDays } from './remind-days.server.ts'
import type { View } from './rules.ts'

const { sql } = Prisma
const pageSize = 30

const day = (on: Day) => sql`${toDate(on)}::date`

/** Papers of each view; a rejected one is in no other, and one that is over is not ending any more. */
const inView = (view: View, today: Day, soonDays: number): Prisma.Sql => {
  const holds = sql`(c.status <> 'rejected' and (c.expires_on is null or c.expires_on > ${day(today)}))`
  const is = {
    all: sql`true`,
    ending: sql`(${holds} and c.expires_on <= ${day(addDays(today, soonDays))})`,
    over: sql`(c.status <> 'rejected' and c.expires_on <= ${day(today)})`,
    waiting: sql`(${holds} and c.status = 'attested' and c.file_key is not null)`,
    rejected: sql`(c.status = 'rejected')`,
    bare: sql`(${holds} and c.file_key is null)`,
  } as const satisfies Record<View, Prisma.Sql>
  return is[view]
}

/** What was archived and who has left ask for nothing. */
const ofCooperative = (cooperativeId: string) => sql`
  certificates c
  left join products p on p.id = c.product_id
  left join producers r on r.id = coalesce(c.producer_id, p.producer_id)
  where c.cooperative_id = ${cooperativeId} and c.replaced_at is null and r.left_at is null
    and (p.id is null or p.status <> 'archived')`

type Asked = { view: View; kind: CertificateKind | null; after?: string | undefined }

/** The papers of the officer's cooperative, what ends first on top; `after` is the last id seen. */
export async function listCertificates(
  db: Db,
  officer: CooperativeMember,
  { view, kind, after }: Asked,
  today: Day,
) {
  allow(officer, 'certificate.read')
  const { cooperativeId } = officer
  const soonDays = await getSoonDays(db, today)
  const last = after
    ? await db.certificate.findFirst({
        where: { id: after, cooperativeId },
        select: { id: true, expiresOn: true },
      })
    : null
  // Those without an end come last, in the order of their ids.
  const beyond = last
    ? last.expiresOn
      ? sql`(c.expires_on is null or (c.expires_on, c.id) > (${last.expiresOn}::date, ${last.id}))`
      : sql`(c.expires_on is null and c.id > ${last.id})`
    : sql`true`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select c.id from ${ofCooperative(cooperativeId)}
      and ${inView(view, today, soonDays)} and ${beyond} and ${kind ? sql`c.kind = ${kind}::certificate_kind` : sql`true`}
    order by c.expires_on nulls last, c.id limit ${pageSize + 1}`
  const ids = rows.slice(0, pageSize).map(({ id }) => id)
  const found = await db.certificate.findMany({
    where: { id: { in: ids }, cooperativeId },
    select: {
      ...paperSelect,
      product: { select: { id: true, name: true } },
      producer: { select: { id: true, name: true } },
    },
  })
  const byId = new Map(
    found.map(({ product, producer, ...paper }) => [paper.id, { ...shaped(paper), product, producer }]),
  )
  return {
    page: ids.flatMap((id) => byId.get(id) ?? []),
    next: rows.length > pageSize ? ids.at(-1) : undefined,
    soonDays,
  }
}

/** How many papers there are in each view. */
export async function countCertificates(
  db: Db,
  officer: CooperativeMember,
  today: Day,
): Promise<Record<View, number>> {
  allow(officer, 'certificate.read')
  const soonDays = await getSoonDays(db, today)
  const count = (view: View) => sql`count(*) filter (where ${inView(view, today, soonDays)})::int`
  const [row] = await db.$queryRaw<[Record<View, number>]>`
    select ${count('all')} as "all", ${count('ending')} as ending, ${count('over')} as "over",
      ${count('waiting')} as waiting, ${count('rejected')} as rejected, ${count('bare')} as bare
    from ${ofCooperative(officer.cooperativeId)}`
  return row
}
