import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import type { ImportVerdict } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { fieldsOf, tableKinds } from './columns.ts'
import type { Changes } from './plan.ts'
import type { Problems } from './read-row.ts'
import { maskCells } from './row-secrets.server.ts'

/** The last files of the cooperative, the newest first. */
export function listImports(db: Db, officer: CooperativeMember) {
  allow(officer, 'product.read')
  return db.import.findMany({
    where: { cooperativeId: officer.cooperativeId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: {
      id: true,
      kind: true,
      status: true,
      fileName: true,
      createdAt: true,
      starter: { select: { person: { select: { name: true } } } },
    },
  })
}

/** An import with its counts. Refuses with `not_found` also another cooperative's. */
export async function requireImport(db: Db, officer: CooperativeMember, id: string) {
  allow(officer, 'product.read')
  const found = await db.import.findFirst({
    where: { id, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      kind: true,
      status: true,
      fileName: true,
      headers: true,
      fields: true,
      problem: true,
      total: true,
      done: true,
      createdAt: true,
      starter: { select: { person: { select: { name: true } } } },
    },
  })
  if (!found) throw notFound()
  const [grouped, saved] = await Promise.all([
    db.importRow.groupBy({ by: ['verdict'], where: { importId: id }, _count: true }),
    db.importRow.count({
      where: { importId: id, savedAt: { not: null }, verdict: { in: ['new', 'changed'] } },
    }),
  ])
  const counts: Record<ImportVerdict, number> = { new: 0, changed: 0, same: 0, wrong: 0 }
  for (const { verdict, _count } of grouped) counts[verdict] = _count
  const columns = found.headers.map((header, i) => ({
    header,
    field: headerOf(found.kind, found.fields[i] ?? ''),
  }))
  return { ...found, problem: found.problem as Message | null, counts, saved, columns }
}

/** How the template heads a field; empty for none. */
export function headerOf(kind: string, name: string): string {
  const table = tableKinds.find((one) => one === kind)
  return (table && fieldsOf[table].find((field) => field.name === name)?.header) ?? (table ? '' : name)
}

export const shownRows = 50

/** Some rows of an import, with what is wrong or would change. Secrets are masked. */
export async function listRows(
  db: Db,
  officer: CooperativeMember,
  { importId, verdict, after = 0 }: { importId: string; verdict: ImportVerdict; after?: number },
  take = shownRows,
) {
  const { kind, fields } = await requireImport(db, officer, importId)
  const rows = await db.importRow.findMany({
    where: { importId, verdict, number: { gt: after } },
    orderBy: { number: 'asc' },
    take,
    select: { number: true, cells: true, problems: true, changes: true },
  })
  const table = tableKinds.find((one) => one === kind)
  return rows.map(({ number, cells, problems, changes }) => ({
    number,
    cells: table ? maskCells({ id: importId, kind: table, fields }, number, cells) : cells,
    problems: problems as Problems,
    changes: changes as Changes,
  }))
}
