import { keepProductMoves } from '#app/domain/catalogue/keep-product-moves.server.ts'
import { forgetPapers } from '#app/domain/certificates/forget-papers.server.ts'
import { forgetNotices } from '#app/domain/notices/forget-notices.server.ts'
import { forgetPhotos } from '#app/domain/photos/forget-photos.server.ts'
import { forgetWords } from '#app/domain/search/forget-words.server.ts'
import { t } from '#app/messages/say.ts'
import { newId } from '#app/platform/ids.ts'
import { announceChange } from '#app/platform/outbox.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** What takes the place of a name. */
const nobody = 'Anggota yang keluar'
/** What takes the place of why something was refused. */
const erased = 'Data anggota sudah dihapus.'

/**
 * Erases what is personal of a member, inside the caller's transaction, in this order: nothing when orders are under
 * way; the member leaves and its goods are paused; its data, photos and words go; last the people who signed in for it,
 * where they are nobody else here.
 *
 * Photos of its page or only sent, and its papers, go with their files; photos of its goods stay with the goods.
 *
 * What stays is what books must show: orders, prices, goods and their makers' cooperative, and who did what and when,
 * with a name that says nothing.
 *
 * @throws Refusal `conflict` while orders are asked for or not yet delivered.
 */
export async function eraseProducer(
  tx: Db,
  { producerId, cooperativeId }: { producerId: string; cooperativeId: string },
  by: { membershipId: string },
  at: Date,
): Promise<void> {
  await tx.$queryRaw`select id from producers where id = ${producerId} for update`
  await refuseWhileOrdered(tx, producerId, at)
  await archiveGoods(tx, producerId, by, at)
  const {
    leftAt,
    name,
    photos,
    record: kept,
    memberships,
  } = await tx.producer.findUniqueOrThrow({
    where: { id: producerId },
    select: {
      leftAt: true,
      name: true,
      photos: { select: { photoId: true } },
      record: { select: { ownerName: true } },
      memberships: { select: { person: { select: { name: true } } } },
    },
  })
  const nameless = { name: nobody, story: '', slug: newId('producer').replace('_', '-') }
  await tx.producer.update({ where: { id: producerId }, data: { ...nameless, leftAt: leftAt ?? at } })
  await forgetWords(tx, { name, producerId }, at)
  const owner = kept?.ownerName ? [kept.ownerName] : []
  const names = [name, ...owner, ...memberships.map(({ person }) => person.name)]
  await forgetNotices(tx, { producerId, names })
  await tx.producerPhoto.deleteMany({ where: { producerId } })
  const sentAlone = await tx.photo.findMany({
    where: { senders: { some: { producerId }, every: { producerId } } },
    select: { id: true },
  })
  await tx.photoSender.deleteMany({ where: { producerId } })
  await forgetPapers(tx, producerId)
  await forgetPhotos(tx, [...photos.map(({ photoId }) => photoId), ...sentAlone.map(({ id }) => id)])
  await tx.producerClosure.deleteMany({ where: { producerId } })
  await tx.producerRecord.deleteMany({ where: { producerId } })
  await tx.producerRecord.create({
    data: { producerId, cooperativeId, ownerName: '', changedAt: at, erasedAt: at },
  })
  await tx.producerConsent.updateMany({
    where: { producerId, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawnBy: by.membershipId },
  })
  await refuseOpenCorrections(tx, producerId, at)
  // Why something was refused can name what was asked.
  const ofIts = (status: 'done' | 'refused', reason: string) =>
    tx.producerRequest.updateMany({ where: { producerId, status }, data: { note: '', reason } })
  await ofIts('done', '')
  await ofIts('refused', erased)
  await erasePeople(tx, producerId, at)
  await announceChange(tx)
}

async function archiveGoods(
  tx: Db,
  producerId: string,
  { membershipId }: { membershipId: string },
  at: Date,
): Promise<void> {
  const reason = t('selling.producer_erased')
  for (const status of ['published', 'paused'] as const) {
    const archived = await tx.product.updateManyAndReturn({
      where: { producerId, status },
      data: { status: 'archived', changedAt: at },
      select: { id: true },
    })
    const move = { fromStatus: status, toStatus: 'archived', byMembershipId: membershipId, at, reason }
    await keepProductMoves(
      tx,
      archived.map(({ id }) => ({ ...move, productId: id })),
    )
  }
}

// Nobody is left to whom their answer would matter. Nobody answers their own: what the answerer asked goes instead.
async function refuseOpenCorrections(tx: Db, producerId: string, at: Date): Promise<void> {
  const erasure = await tx.producerRequest.findFirst({
    where: { producerId, kind: 'erasure', status: 'done' },
    select: { answeredBy: true },
  })
  const open = { producerId, status: 'open' as const }
  const answeredBy = erasure?.answeredBy ?? null
  if (answeredBy) await tx.producerRequest.deleteMany({ where: { ...open, askedBy: answeredBy } })
  const answered = { status: 'refused' as const, reason: erased, answeredBy }
  await tx.producerRequest.updateMany({
    where: open,
    data: { ...answered, answeredAt: at, valueSealed: null },
  })
}

async function refuseWhileOrdered(tx: Db, producerId: string, at: Date): Promise<void> {
  const count = await tx.purchaseOrderLine.count({
    where: {
      variant: { product: { producerId } },
      OR: [{ status: { in: ['asked', 'countered'] } }, { status: 'accepted', deliverOn: { gte: at } }],
    },
  })
  if (count > 0) throw new Refusal('conflict', { key: 'erase.ordered', count })
}

async function erasePeople(tx: Db, producerId: string, at: Date): Promise<void> {
  const memberships = await tx.membership.findMany({
    where: { producerId },
    select: { personId: true, hadAccount: true },
  })
  await tx.membership.updateMany({ where: { producerId, endedAt: null }, data: { endedAt: at } })
  await tx.invitation.deleteMany({ where: { producerId } })
  const noName = { invitedName: null, invitedContact: null }
  await tx.membership.updateMany({ where: { producerId }, data: noName })
  for (const personId of new Set(memberships.map((one) => one.personId))) {
    // Whoever acts or acted for somebody else too, or was here before, keeps the account: it is not this member's.
    const own = memberships.filter((one) => one.personId === personId)
    if (own.every(({ hadAccount }) => hadAccount)) continue
    const elsewhere = { personId, OR: [{ producerId: null }, { producerId: { not: producerId } }] }
    if (await tx.membership.count({ where: elsewhere })) continue
    await tx.person.update({
      where: { id: personId },
      data: { name: nobody, email: `${personId}@dihapus.invalid`, phone: null, passwordHash: 'none' },
    })
    await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: at } })
    await tx.oneTimeCode.updateMany({ where: { personId, usedAt: null }, data: { usedAt: at } })
  }
}
