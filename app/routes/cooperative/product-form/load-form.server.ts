import { listProducers } from '#app/domain/producers/queries.server.ts'
import { awaitedOf, listColleagues, type Proposer } from '#app/domain/proposals/approvers.server.ts'
import { listNeighbours } from '#app/domain/proposals/product-queries.server.ts'
import { listCategories } from '#app/domain/proposals/queries.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'

/** What every form of a product offers to choose from, and whom it will wait for. */
export async function loadForm(officer: Proposer, productId: string | null) {
  const [producers, categories, neighbours, colleagues] = await Promise.all([
    listProducers(db, officer),
    listCategories(db),
    listNeighbours(db, officer, productId),
    listColleagues(db, officer.cooperativeId),
  ])
  return {
    membershipId: officer.membershipId,
    isOwn: officer.kind === 'producer',
    today: dayOf(new Date()),
    producers,
    categories,
    neighbours,
    awaited: awaitedOf(colleagues, officer.personId),
  }
}
