import { productOf } from '#app/domain/proposals/content.ts'
import { rowOfVariant, type VariantContent, variantFields } from '#app/domain/proposals/variant-content.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { ProposalWrite } from './plan-products.server.ts'

type Officer = { personId: string; membershipId: string; cooperativeId: string }

/**
 * Writes what an import proposes, a few statements for all of it, inside the caller's transaction. The caller has planned
 * them in the same transaction, in the officer's scope. Gives the ids that could not be written, because somebody opened
 * another change of the product meanwhile.
 */
export async function writeProposals(
  tx: Db,
  officer: Officer,
  writes: ProposalWrite[],
  at: Date,
): Promise<Set<string>> {
  const { cooperativeId, personId } = officer
  const fresh = writes.filter(({ before }) => before === null)
  const rows = fresh.map(({ proposalId, status, version, productId, content }) => ({
    ...columnsOf(content),
    id: proposalId,
    cooperative_id: cooperativeId,
    product_id: productId,
    status,
    version,
    proposed_by: personId,
    created_at: at,
    changed_at: at,
    submitted_at: status === 'submitted' ? at : null,
  }))
  await insertRows(tx, 'product_proposals', rows, { skipTaken: true })
  const there = await tx.productProposal.findMany({
    where: { id: { in: fresh.map(({ proposalId }) => proposalId) } },
    select: { id: true },
  })
  const ids = new Set(there.map(({ id }) => id))
  for (const write of writes.filter(({ before }) => before !== null)) {
    // Only of a person's own: whoever saved or decided it since then is not overwritten.
    const { count } = await tx.productProposal.updateMany({
      where: {
        id: write.proposalId,
        cooperativeId,
        proposedBy: personId,
        version: write.version - 1,
        status: write.before as 'draft',
      },
      data: {
        ...productOf(write.content),
        version: write.version,
        status: write.status,
        changedAt: at,
        submittedAt: write.status === 'submitted' ? at : null,
        decidedBy: null,
        decidedAt: null,
      },
    })
    if (count === 1) ids.add(write.proposalId)
  }
  const kept = writes.filter(({ proposalId }) => ids.has(proposalId))
  await writePacks(tx, cooperativeId, kept)
  await insertRows(
    tx,
    'proposal_moves',
    kept.flatMap(({ proposalId, status, before, version }) =>
      status === before || (before === null && status === 'draft')
        ? []
        : [
            {
              id: newId('move'),
              proposal_id: proposalId,
              from_status: before ?? 'draft',
              to_status: status,
              version,
              by_membership_id: officer.membershipId,
              at,
              reason: '',
            },
          ],
    ),
  )
  await keepPhotos(tx, kept)
  return new Set(writes.filter(({ proposalId }) => !ids.has(proposalId)).map(({ proposalId }) => proposalId))
}

function columnsOf(content: ProposalWrite['content']) {
  const { producerId, photoId, name, categorySlug, processing, brand, story } = content
  const { halalNumber, pirtNumber, bpomNumber } = content
  return {
    producer_id: producerId,
    photo_id: photoId,
    name,
    category_slug: categorySlug,
    processing,
    brand,
    story,
    halal_number: halalNumber,
    pirt_number: pirtNumber,
    bpom_number: bpomNumber,
  }
}

const columnOf = new Map(
  variantFields.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
)

async function writePacks(tx: Db, cooperativeId: string, writes: ProposalWrite[]): Promise<void> {
  const replaced = writes.filter(({ before }) => before !== null).map(({ proposalId }) => proposalId)
  if (replaced.length) await tx.productProposalVariant.deleteMany({ where: { proposalId: { in: replaced } } })
  await insertRows(
    tx,
    'product_proposal_variants',
    writes.flatMap(({ proposalId, content }) =>
      content.variants.map((variant, position) => ({
        ...Object.fromEntries(
          Object.entries(rowOfVariant(variant)).map(([name, value]) => [
            columnOf.get(name as keyof VariantContent),
            value,
          ]),
        ),
        proposal_id: proposalId,
        cooperative_id: cooperativeId,
        position,
      })),
    ),
  )
  await insertRows(
    tx,
    'proposal_price_breaks',
    writes.flatMap(({ proposalId, content }) =>
      content.variants.flatMap(({ breaks }, position) =>
        breaks.map(({ fromCartons, price }) => ({
          proposal_id: proposalId,
          position,
          from_cartons: fromCartons,
          price,
        })),
      ),
    ),
  )
}

// A change keeps the photos of its product: an import says nothing of them.
async function keepPhotos(tx: Db, writes: ProposalWrite[]): Promise<void> {
  const ids = writes
    .filter(({ before, productId }) => before === null && productId)
    .map(({ proposalId }) => proposalId)
  if (ids.length)
    await tx.$executeRaw`
      insert into proposal_photos (proposal_id, cooperative_id, photo_id, position, alt)
      select u.id, u.cooperative_id, f.photo_id, f.position, f.alt
      from product_proposals u join product_photos f on f.product_id = u.product_id
      where u.id = any(${ids}::text[])
      on conflict do nothing`
}
