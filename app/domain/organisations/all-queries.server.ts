import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const pageSize = 30

type Row = {
  id: string
  name: string
  kind: Exclude<OrganisationKind, 'operator'>
  villageName: string | null
  people: number
  /** Nobody is there, or in a cooperative nobody who could approve what the other one proposes. */
  needsHelp: boolean
}

/** Every organisation with how many people act for it, by name; first those that need help. `after` is the last id seen. */
export async function listOrganisations(db: Db, operator: Operator, after?: string) {
  allow(operator, 'application.check')
  const rows = await db.$queryRaw<Row[]>`
    with counted as (
      select o.id, o.short_name as name, o.kind, v.name as "villageName", count(m.id)::int as people,
        count(m.id) < case o.kind when 'cooperative' then 2 else 1 end as "needsHelp"
      from organisations o left join villages v on v.code = o.village_code
      left join memberships m on m.organisation_id = o.id and m.ended_at is null and m.role <> 'producer'
      where o.kind <> 'operator' group by o.id, v.code
    )
    select * from counted
    where ${after ?? null}::text is null
      or (not "needsHelp", name, id) > (select not "needsHelp", name, id from counted where id = ${after ?? null})
    order by not "needsHelp", name, id limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}
