import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const pageSize = 50

/** Members whose NIK nobody has held against a card yet, the longest wait first; `after` is the last id seen. */
export async function listToVerify(db: Db, operator: Operator, after?: string) {
  allow(operator, 'member.verify')
  type Row = { id: string; name: string; cooperative: string; changed_at: Date; is_sample: boolean }
  const rows = await db.$queryRaw<Row[]>`
    select p.id, p.name, o.short_name cooperative, r.changed_at, r.is_sample
    from producer_records r
    join producers p on p.id = r.producer_id
    join organisations o on o.id = r.cooperative_id
    where r.nik_sealed is not null and r.nik_verified_at is null and p.left_at is null
      and (${after ?? null}::text is null or (r.changed_at, p.id) > (
        select a.changed_at, a.producer_id from producer_records a where a.producer_id = ${after ?? null}
      ))
    order by r.changed_at, p.id
    limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize).map(({ cooperative, changed_at, is_sample, ...row }) => ({
    ...row,
    cooperativeName: cooperative,
    since: changed_at,
    isSample: is_sample,
  }))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}
