import { allow, type Operator } from '#app/domain/access/actors.ts'
import { meiliConfig } from '#app/platform/meilisearch.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** How search is doing, for whoever runs it: which engine answers words, what it was not told yet, what was last found. */
export async function readSearchState(db: Db, operator: Operator) {
  allow(operator, 'search.watch')
  const [documents, live, check, compared] = await Promise.all([
    db.searchDocument.count(),
    db.searchIndex.findFirst({
      where: { state: 'live' },
      select: { _count: { select: { feed: true } } },
    }),
    db.searchCheck.findFirst({
      orderBy: { at: 'desc' },
      select: { at: true, products: true, staleDocuments: true, staleEntries: true },
    }),
    db.searchCheck.findFirst({
      where: { staleEntries: { not: null } },
      orderBy: { at: 'desc' },
      select: { at: true, staleEntries: true },
    }),
  ])
  const engine = !meiliConfig(0) ? 'inside' : live ? 'outside' : 'filling'
  return {
    engine,
    documents,
    pending: live?._count.feed ?? 0,
    check: check && {
      at: check.at,
      products: check.products,
      stale: check.staleDocuments + (check.staleEntries ?? 0),
      // The nightly check compares products only; one that Meilisearch did not answer says nothing of it either.
      isOutsideChecked: check.staleEntries !== null,
    },
    /** When Meilisearch was last compared, and how much of it was otherwise. */
    compared: compared && { at: compared.at, stale: compared.staleEntries ?? 0 },
  } as const
}

export type SearchState = Awaited<ReturnType<typeof readSearchState>>
