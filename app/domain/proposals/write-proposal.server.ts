import { keepProposalPhotos, listProposalPhotos, photosFor } from '#app/domain/photos/keep-photos.server.ts'
import { isSameOrder } from '#app/domain/photos/rules.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Proposer, scopeOfProposer } from './approvers.server.ts'
import { problemsOn } from './checks.ts'
import { type Content, contentOfTyped, isSame, productOf, withEnded } from './content.ts'
import { changedMeanwhile, lockProposal } from './lock-proposal.server.ts'
import { keepMove } from './move-proposal.server.ts'
import { requireParents } from './require-parents.server.ts'
import { isOpen, packsOf, type SaveProposal } from './rules.ts'
import { usualProcessing } from './usual-processing.server.ts'
import { rowOfVariant } from './variant-content.ts'

export type Saved = { id: string; version: number }

/**
 * Writes what was typed into the officer's proposal, as a draft or submitted, inside the caller's transaction.
 *
 * Whoever saved last is the one who proposes. What was submitted and is saved as a draft no longer waits. The same
 * content sent again changes nothing and gets the same answer.
 */
export async function writeProposal(
  tx: Db,
  officer: Proposer,
  typed: SaveProposal,
  to: 'draft' | 'submitted',
  at: Date,
): Promise<Saved> {
  const scope = { id: typed.proposalId, cooperativeId: officer.cooperativeId }
  const problems = problemsOn(dayOf(at), { pirtNumber: typed.pirtNumber, packs: packsOf(typed) })
  if (Object.keys(problems).length) throw new Refusal('invalid', { key: 'form.check' }, problems)

  const content = await contentFor(tx, typed)
  const photos = await photosFor(tx, typed)
  await requireParents(tx, officer, { content, photos, productId: typed.productId ?? null })
  const common = {
    ...productOf(content),
    proposedBy: officer.personId,
    changedAt: at,
    decidedBy: null,
    decidedAt: null,
  }
  if (typed.version === 0) {
    const submittedAt = to === 'submitted' ? at : null
    const productId = typed.productId ?? null
    const created = { ...scope, ...common, productId, status: to, submittedAt, createdAt: at }
    const { count: isNew } = await tx.productProposal.createMany({ data: created, skipDuplicates: true })
    if (isNew) {
      await writeVariants(tx, scope, content)
      await keepProposalPhotos(tx, scope, photos)
      if (to === 'submitted')
        await keepMove(tx, scope.id, { ...moved(officer, at), from: 'draft', to, version: 1 })
      return { id: scope.id, version: 1 }
    }
    await refuseSecondChange(tx, scope, productId)
  }

  const found = await lockProposal(tx, { id: scope.id, ...scopeOfProposer(officer) })
  const { status, version } = found
  if (version !== typed.version) {
    // An answer that was lost on the way leaves its form behind: who saved last may go on from an older version.
    // Two tabs of one person can so overwrite each other; losing the signal happens every day.
    if (found.proposedBy !== officer.personId) throw changedMeanwhile()
    const isThere =
      to === 'submitted' ? status === 'submitted' : status === 'draft' || status === 'changes_asked'
    const isShownSo = isSameOrder(photos, await listProposalPhotos(tx, scope.id))
    if (isThere && isShownSo && isSame(content, found.content)) return { id: scope.id, version }
  }
  if (!isOpen(status)) throw new Refusal('conflict', { key: 'proposal.closed' })
  const next = { version: version + 1, status: to === 'draft' && status === 'changes_asked' ? status : to }
  // Content that changed while it waited has not waited less long.
  const submittedAt = to === 'draft' ? null : status === 'submitted' ? found.submittedAt : at
  await tx.productProposal.update({ where: { id: scope.id }, data: { ...common, ...next, submittedAt } })
  await writeVariants(tx, scope, content)
  await keepProposalPhotos(tx, scope, photos)
  if (next.status !== status || status === 'submitted')
    await keepMove(tx, scope.id, {
      ...moved(officer, at),
      from: status,
      to: next.status,
      version: next.version,
    })
  return { id: scope.id, version: next.version }
}

const moved = (officer: Proposer, at: Date) => ({ by: officer.membershipId, at })

/** What was typed, and what goes without saying: what is usually done to such goods, and which pack was meant. */
async function contentFor(tx: Db, typed: SaveProposal): Promise<Content> {
  const content = contentOfTyped(typed)
  const { categorySlug, variants } = content
  if (categorySlug) content.processing ??= await usualProcessing(tx, categorySlug)
  const [first] = variants
  if (!typed.productId || !first) return content
  const published = await tx.variant.findMany({
    where: { productId: typed.productId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, endedAt: true },
  })
  // A form drawn when a product had one pack says nothing of which it is: the first one.
  const isNamed = variants.some(({ variantId }) => variantId === published[0]?.id)
  if (published[0] && !first.variantId && !isNamed) first.variantId = published[0].id
  return withEnded(
    content,
    published.filter(({ endedAt }) => endedAt).map(({ id }) => id),
  )
}

// The rows are written anew: what is proposed has no history, only its moves do.
async function writeVariants(
  tx: Db,
  { id: proposalId, cooperativeId }: { id: string; cooperativeId: string },
  { variants }: Content,
): Promise<void> {
  await tx.productProposalVariant.deleteMany({ where: { proposalId } })
  await tx.productProposalVariant.createMany({
    data: variants.map((variant, position) => ({
      ...rowOfVariant(variant),
      proposalId,
      cooperativeId,
      position,
    })),
  })
  const breaks = variants.flatMap((variant, position) =>
    variant.breaks.map((one) => ({ ...one, proposalId, position })),
  )
  if (breaks.length) await tx.proposalPriceBreak.createMany({ data: breaks })
}

async function refuseSecondChange(
  tx: Db,
  scope: { id: string; cooperativeId: string },
  productId: string | null,
): Promise<void> {
  if (!productId || (await tx.productProposal.count({ where: { id: scope.id } }))) return
  throw new Refusal('conflict', { key: 'proposal.another_open' })
}
