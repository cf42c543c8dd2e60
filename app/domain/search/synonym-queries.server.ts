import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const mostRemoved = 10
const by = { select: { person: { select: { name: true } } } } as const

/** Every synonym in use by its phrase, with who added it, and those removed last. */
export async function listSynonymsToChange(db: Db, operator: Operator) {
  allow(operator, 'synonym.change')
  const [used, removed] = await Promise.all([
    db.searchSynonym.findMany({
      where: { removedAt: null },
      orderBy: [{ phrase: 'asc' }, { also: 'asc' }],
      select: { id: true, phrase: true, also: true, isMutual: true, addedAt: true, addedBy: by },
    }),
    db.searchSynonym.findMany({
      where: { removedAt: { not: null } },
      orderBy: [{ removedAt: 'desc' }, { id: 'asc' }],
      take: mostRemoved,
      select: { id: true, phrase: true, also: true, removedAt: true, removedBy: by },
    }),
  ])
  return {
    used: used.map(({ addedBy, ...row }) => ({ ...row, addedBy: addedBy?.person.name ?? null })),
    removed: removed.flatMap(({ removedAt, removedBy, ...row }) =>
      removedAt ? [{ ...row, removedAt, removedBy: removedBy?.person.name ?? '' }] : [],
    ),
  }
}
