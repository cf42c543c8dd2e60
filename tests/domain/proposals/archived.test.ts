import { expect, test } from 'vitest'
import { moveProduct } from '#app/domain/catalogue/move-product.server.ts'
import { moveVariant } from '#app/domain/catalogue/move-variant.server.ts'
import { requireSelling } from '#app/domain/catalogue/selling-queries.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { reasonsOf } from '#tests/support/make.ts'
import { aSubmitted, later, movesOf, readProposal, save, submit } from '#tests/support/proposals.ts'

const why = 'Bahan baku tidak ada lagi'
const archivedStays = { kind: 'conflict', said: { key: 'selling.archived_stays' } }

/** A published product of one or two packs, and a change of it that waits. */
async function aWaitingChange({ packs = 1 } = {}) {
  const { officer, colleague, typed } = await aSubmitted()
  const { name: _, proposalId: __, version: ___, producerId: ____, photoId: _____, ...pack } = typed
  const more = packs > 1 ? [{ ...pack, netContent: '400 g', retailPrice: 25_000n }] : []
  const first = await submit(officer, { ...typed, version: 1, more })
  const { productId } = await approveProposal(
    db,
    colleague,
    { proposalId: first.id, version: first.version },
    later(1),
  )
  const ids = await db.variant.findMany({
    where: { productId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const [one = '', two = ''] = ids.map(({ id }) => id)
  const change = (over = {}, of2 = {}) => ({
    ...typed,
    proposalId: newId('proposal'),
    version: 0,
    productId,
    variantId: one,
    more: more.map((each) => ({ ...each, variantId: two, ...of2 })),
    brand: 'Merek lain',
    ...over,
  })
  const asked = change()
  const saved = await submit(officer, asked, later(2))
  const decision = { proposalId: saved.id, version: saved.version }
  const archive = (at = later(3)) =>
    moveProduct(db, colleague, { productId, to: 'archived', reason: why }, at)
  const approve = (at = later(4)) => approveProposal(db, colleague, decision, at)
  const move = (variantId: string, to: 'ended' | 'sold', at = later(3)) =>
    moveVariant(db, officer, { productId, variantId, to, reason: to === 'ended' ? why : '' }, at)
  const endedOf = async (id: string) => (await db.variant.findUniqueOrThrow({ where: { id } })).endedAt
  const product = () => db.product.findUniqueOrThrow({ where: { id: productId } })
  return {
    officer,
    colleague,
    productId,
    one,
    two,
    change,
    decision,
    archive,
    approve,
    move,
    endedOf,
    product,
  }
}

test('archiving takes back a change that waits; it is approved no more, and none is proposed any more', async () => {
  const { officer, decision, change, archive, approve, product } = await aWaitingChange()
  await archive()
  expect(await readProposal(decision.proposalId)).toMatchObject({ status: 'withdrawn' })
  expect(await movesOf(decision.proposalId)).toEqual([
    'draft submitted',
    'submitted withdrawn Produknya diarsipkan.',
  ])
  await expect(approve()).rejects.toMatchObject(archivedStays)
  await expect(save(officer, change())).rejects.toMatchObject(archivedStays)
  await expect(submit(officer, change())).rejects.toMatchObject(archivedStays)
  expect(await product()).toMatchObject({ status: 'archived', brand: 'Daun Jeruk' })
})

test('archived and approved at once, six times over: never changed after it is archived, nobody waits in a circle', async () => {
  for (let i = 0; i < 6; i++) {
    const { decision, archive, approve, product } = await aWaitingChange()
    const [archived, approved] = await Promise.allSettled([archive(later(3)), approve(later(3))])
    expect(archived.status).toBe('fulfilled')
    const isApproved = approved?.status === 'fulfilled'
    if (approved && !isApproved) expect(reasonsOf([approved])).toEqual(['conflict selling.archived_stays'])
    expect(await product()).toMatchObject({
      status: 'archived',
      brand: isApproved ? 'Merek lain' : 'Daun Jeruk',
    })
    expect((await readProposal(decision.proposalId)).status).toBe(isApproved ? 'approved' : 'withdrawn')
  }
})

test('a change that slipped in is refused by the capability and by the database', async () => {
  const { productId, decision, approve } = await aWaitingChange()
  await db.product.update({ where: { id: productId }, data: { status: 'archived' } })
  await expect(approve()).rejects.toMatchObject(archivedStays)
  const by = { status: 'approved' as const, decidedBy: null }
  await expect(db.productProposal.update({ where: { id: decision.proposalId }, data: by })).rejects.toThrow(
    /an archived product is not changed/,
  )
})

test('a pack that was ended stays so when an older change is approved; who reads it sees no word of it', async () => {
  const { officer, colleague, productId, two, decision, change, approve, move, endedOf, product } =
    await aWaitingChange({ packs: 2 })
  await move(two, 'ended')
  const { content } = await requireProposal(db, colleague, decision.proposalId)
  expect(content.variants.map(({ isEnded }) => isEnded)).toEqual([false, true])
  await approve()
  expect(await product()).toMatchObject({ brand: 'Merek lain' })
  expect(await endedOf(two)).toEqual(later(3))
  // A form that was drawn before says nothing of it, and brings it back no more than an older change.
  const later5 = await submit(officer, change({ brand: 'Lagi' }), later(5))
  expect((await readProposal(later5.id)).variants).toMatchObject([{ isEnded: false }, { isEnded: true }])
  await approveProposal(db, colleague, { proposalId: later5.id, version: later5.version }, later(6))
  expect(await endedOf(two)).toEqual(later(3))
  await move(two, 'sold', later(7))
  expect(await endedOf(two)).toBeNull()
  const { moves } = await requireSelling(db, officer, productId)
  expect(moves.map(({ toStatus }) => toStatus)).toEqual(['sold', 'ended'])
})

test('ended and approved at once, six times over: it stays ended', async () => {
  for (let i = 0; i < 6; i++) {
    const { two, approve, move, endedOf } = await aWaitingChange({ packs: 2 })
    const tries = await Promise.allSettled([move(two, 'ended'), approve(later(3))])
    expect(reasonsOf(tries)).toEqual([])
    expect(await endedOf(two)).toEqual(later(3))
  }
})

test('a change that ends a pack says so among the moves, and cannot end the last one that is left', async () => {
  const { officer, colleague, productId, one, two, change, approve, move } = await aWaitingChange({
    packs: 2,
  })
  await approve()
  const saved = await submit(officer, change({}, { isEnded: true }), later(5))
  const decision = { proposalId: saved.id, version: saved.version }
  await move(one, 'ended', later(6))
  await expect(approveProposal(db, colleague, decision, later(7))).rejects.toMatchObject({
    said: { key: 'variant.all_ended' },
  })
  await move(one, 'sold', later(8))
  // Read again: the first one is sold.
  await approveProposal(db, colleague, decision, later(9))
  const { moves } = await requireSelling(db, officer, productId)
  expect(moves[0]).toMatchObject({
    toStatus: 'ended',
    pack: '400 g',
    who: colleague.personName,
    reason: 'Lewat perubahan produk yang disetujui.',
  })
  expect(await db.variant.count({ where: { id: two, endedAt: later(9) } })).toBe(1)
})
