import { addLot } from '#app/domain/stock/add-lot.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { barcodeFor, lockBarcodes } from './barcodes.server.ts'
import type { CompleteProposal } from './lock-proposal.server.ts'
import { isOwnCodeTaken } from './own-codes.server.ts'
import { prefixOf } from './rules.ts'
import { type CompleteVariant, packOf } from './variant-content.ts'

/**
 * Brings the variants of a product to what was approved, inside the caller's transaction.
 *
 * One that is named by its id is changed, one without becomes a new one with a code, a level and its first lot, and one
 * that is not named stays as it is, after the others. None is deleted: what is sold no more is ended and keeps its stock.
 *
 * @throws Refusal `conflict` at the field when a barcode or an own code was taken since.
 */
export async function writeVariants(
  tx: Db,
  proposal: CompleteProposal,
  productId: string,
  at: Date,
): Promise<void> {
  const { cooperativeId, content } = proposal
  await lockBarcodes(
    tx,
    content.variants.map(({ gtin }) => gtin),
  )
  const found = await tx.variant.findMany({
    where: { productId, cooperativeId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, gtinKind: true, endedAt: true },
  })
  await freeOwnCodes(tx, found, content.variants)
  for (const [position, variant] of content.variants.entries()) {
    const { variantId, ownCode } = variant
    if (ownCode && (await isOwnCodeTaken(tx, cooperativeId, ownCode, [variantId]))) {
      const message = { key: 'own_code.taken' } as const
      throw new Refusal('conflict', message, { [`${prefixOf(position)}ownCode`]: message })
    }
    const data = { ...packOf(variant), position, frontPhotoId: content.photoId }
    const old = found.find(({ id }) => id === variantId)
    if (variantId && old) {
      // An in-store code that is printed already stays, unless a real barcode takes its place.
      const isKept = !variant.gtin && old.gtinKind === 'in_store'
      const barcode = isKept ? {} : await barcodeFor(tx, { ...variant, at: position })
      // A pack that was ended is sold again where it was ended (moveVariant), not by a change that says nothing of it.
      const endedAt = old.endedAt ?? (variant.isEnded ? at : null)
      await tx.variant.update({ where: { id: variantId }, data: { ...data, ...barcode, endedAt } })
      await tx.priceBreak.deleteMany({ where: { variantId } })
      await createBreaks(tx, variantId, variant)
    } else {
      const id = newId('variant')
      const barcode = await barcodeFor(tx, { ...variant, variantId: null, at: position })
      await tx.variant.create({ data: { ...data, id, productId, cooperativeId, ...barcode } })
      await tx.stockLevel.create({ data: { variantId: id } })
      await createBreaks(tx, id, variant)
      await addFirstLot(tx, proposal, variant, id, at)
    }
  }
  const others = found.filter(({ id }) => !content.variants.some(({ variantId }) => variantId === id))
  for (const [i, { id }] of others.entries())
    await tx.variant.update({ where: { id }, data: { position: content.variants.length + i } })
}

// Two packs may change their codes with each other: what goes elsewhere is let go first.
async function freeOwnCodes(tx: Db, found: { id: string }[], variants: CompleteVariant[]): Promise<void> {
  const named = variants.flatMap(({ variantId }) => variantId ?? [])
  const ids = found.map(({ id }) => id).filter((id) => named.includes(id))
  await tx.variant.updateMany({ where: { id: { in: ids }, ownCode: { not: null } }, data: { ownCode: null } })
}

async function createBreaks(tx: Db, variantId: string, { breaks }: CompleteVariant): Promise<void> {
  if (breaks.length) await tx.priceBreak.createMany({ data: breaks.map((one) => ({ ...one, variantId })) })
}

// The pieces were there when it was submitted, counted by who did; if their day has passed since, they are not sold.
async function addFirstLot(
  tx: Db,
  proposal: CompleteProposal,
  { lotQuantity: pieces, lotBestBefore: bestBefore }: CompleteVariant,
  variantId: string,
  at: Date,
): Promise<void> {
  if (!pieces || !bestBefore || bestBefore < dayOf(at)) return
  const submitted = await tx.proposalMove.findFirstOrThrow({
    where: { proposalId: proposal.id, toStatus: 'submitted' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { byMembershipId: true },
  })
  const lot = { id: newId('lot'), variantId, pieces, bestBefore, receivedOn: dayOf(proposal.submittedAt) }
  await addLot(tx, lot, { by: submitted.byMembershipId, at })
}
