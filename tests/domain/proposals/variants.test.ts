import { expect, test } from 'vitest'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { changesOf } from '#app/domain/proposals/changes.ts'
import { getPublishedContent } from '#app/domain/proposals/product-queries.server.ts'
import type { SubmitProposal } from '#app/domain/proposals/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { anotherVariant, aVariant, reasonsOf } from '#tests/support/make.ts'
import { aColleagueOf, aSubmitted, later, readProposal, save, submit } from '#tests/support/proposals.ts'

type More = NonNullable<SubmitProposal['more']>[number]
const large = (typed: SubmitProposal, over: Partial<More> = {}): More => {
  const { pack, widthMm, heightMm, depthMm, weightG, stackable, storage, shelfLifeDays } = typed
  const { unitsPerCarton, minCartons, leadTimeDays } = typed
  return {
    ...{ pack, widthMm, heightMm, depthMm, weightG, stackable, storage, shelfLifeDays },
    ...{ unitsPerCarton, minCartons, leadTimeDays, netContent: '400 g' },
    ...{ retailPrice: 25_000n, wholesalePrice: 19_000n, memberPrice: 18_000n },
    ...over,
  }
}

/** A published product of two packs, and what a change of it is typed with. */
async function twoPacks(first: Partial<SubmitProposal> = {}, second: Partial<More> = {}) {
  const scene = await aSubmitted()
  const more = [large(scene.typed, second)]
  const { id, version } = await submit(scene.officer, { ...scene.typed, version: 1, more, ...first })
  const { productId } = await approveProposal(db, scene.colleague, { proposalId: id, version }, later(1))
  const [one, two] = await variantsOf(productId)
  if (!one || !two) throw new Error('there are not two packs')
  const change = (over: Partial<SubmitProposal>, with2: Partial<More> | null = {}) => ({
    ...scene.typed,
    ...first,
    proposalId: newId('proposal'),
    version: 0,
    productId,
    variantId: one.id,
    more: with2 ? [large(scene.typed, { ...second, variantId: two.id, ...with2 })] : [],
    ...over,
  })
  const approve = async (typed: SubmitProposal, minutes = 10) => {
    const saved = await submit(scene.officer, typed, later(minutes))
    const decision = { proposalId: saved.id, version: saved.version }
    return approveProposal(db, scene.colleague, decision, later(minutes + 1))
  }
  return { ...scene, productId, one, two, change, approve }
}
const variantsOf = (productId: string) =>
  db.variant.findMany({
    where: { productId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { priceBreaks: { orderBy: { fromCartons: 'asc' } }, stockLevel: true },
  })

test('two packs are published, each with its code, its prices for more, its level and its first lot', async () => {
  const { one, two } = await twoPacks(
    { breaks: [{ fromCartons: 5, price: 7_500n }], lotQuantity: 30, lotBestBefore: '2027-01-10' },
    {
      ...{ ownCode: 'KT-400', memberTerms: 'titipan', firstOrderCartons: 4, weeklyCapacityPieces: 200 },
      ...{ lotQuantity: 12, lotBestBefore: '2027-01-20' },
    },
  )
  expect(one).toMatchObject({ position: 0, netContent: '150 g', memberTerms: 'bought', endedAt: null })
  expect(one.priceBreaks).toMatchObject([{ fromCartons: 5, price: 7_500n }])
  expect(one.stockLevel).toMatchObject({ onHand: 30 })
  expect(two).toMatchObject({
    ...{ position: 1, netContent: '400 g', ownCode: 'KT-400', memberTerms: 'titipan' },
    ...{ firstOrderCartons: 4, weeklyCapacityPieces: 200, priceBreaks: [], stockLevel: { onHand: 12 } },
  })
  expect(two.gtin).not.toBe(one.gtin)
})

test('a change goes to the pack it names, and printed in-store codes stay', async () => {
  const { productId, one, two, change, approve } = await twoPacks()
  // The second one is typed first: it is the same pack all the same.
  const swapped = change(
    { variantId: two.id, netContent: '400 g', retailPrice: 26_000n, wholesalePrice: 19_000n },
    { variantId: one.id, netContent: '150 g', retailPrice: 11_000n, wholesalePrice: 7_800n },
  )
  await approve(swapped)
  expect(await variantsOf(productId)).toMatchObject([
    { id: two.id, gtin: two.gtin, netContent: '400 g', retailPrice: 26_000n },
    { id: one.id, gtin: one.gtin, netContent: '150 g', retailPrice: 11_000n },
  ])
})

test('a pack that is left out is not taken away; one that is new gets a code and a level', async () => {
  const { productId, one, two, typed, change, approve } = await twoPacks()
  await approve(change({ more: [large(typed, { netContent: '1 kg' })] }))
  const all = await variantsOf(productId)
  expect(all.map(({ id, endedAt }) => [id, endedAt])).toEqual([
    [one.id, null],
    [expect.any(String), null],
    [two.id, null],
  ])
  expect(all[1]).toMatchObject({ netContent: '1 kg', gtinKind: 'in_store', stockLevel: { onHand: 0 } })
})

test('a pack ends when the proposal says so, keeps its stock, and no later change sells it again', async () => {
  const { productId, two, change, approve } = await twoPacks(
    {},
    { lotQuantity: 9, lotBestBefore: '2027-01-01' },
  )
  await approve(change({}, { isEnded: true }), 10)
  const ended = async () => (await variantsOf(productId)).find(({ id }) => id === two.id)
  expect(await ended()).toMatchObject({ endedAt: later(11), stockLevel: { onHand: 9 } })
  await approve(change({ brand: 'Lain' }, { isEnded: true }), 20)
  expect(await ended()).toMatchObject({ endedAt: later(11) })
  await approve(change({}, {}), 30)
  expect(await ended()).toMatchObject({ endedAt: later(11) })
})

test('what is published after an approval is what was proposed', async () => {
  const { productId, change, approve } = await twoPacks({ breaks: [{ fromCartons: 9, price: 7_000n }] })
  const typed = change(
    { name: 'Nama baru', processing: 'baked', breaks: [], wholesalePrice: 6_500n, gtin: '8991234567891' },
    { breaks: [3, 6, 9, 12, 15].map((from, i) => ({ fromCartons: from, price: 18_000n - BigInt(i) })) },
  )
  await approve(typed)
  const { id } = await db.productProposal.findFirstOrThrow({ where: { id: typed.proposalId } })
  const { variants } = await readProposal(id)
  const published = await getPublishedContent(db, productId)
  expect(published).toMatchObject({ name: 'Nama baru', processing: 'baked' })
  const shared = ({
    breaks,
    retailPrice,
    gtin,
  }: {
    breaks: unknown
    retailPrice: unknown
    gtin: unknown
  }) => ({
    ...{ breaks, retailPrice, gtin },
  })
  expect(published?.variants.map(shared)).toEqual(variants.map(shared))
  if (published)
    expect(changesOf(published, published).variants.map(({ is }) => is)).toEqual(['same', 'same'])
})

test.each<[string, Partial<SubmitProposal>, Partial<More>, Record<string, unknown>]>([
  [
    'one barcode twice',
    { gtin: '8991234567891' },
    { gtin: '8991234567891' },
    { 'more[0].gtin': 'gtin.twice' },
  ],
  ['one own code twice', { ownCode: 'A1' }, { ownCode: 'A1' }, { 'more[0].ownCode': 'own_code.twice' }],
  ['one size twice', {}, { netContent: '150 G' }, { 'more[0].netContent': 'variant.twice' }],
  [
    'a price for more that is not lower',
    { breaks: [{ fromCartons: 5, price: 7_800n }] },
    {},
    { 'breaks[0].price': 'breaks.not_lower' },
  ],
  [
    'prices for more that rise',
    {},
    { breaks: [5, 9].map((fromCartons) => ({ fromCartons, price: 9_000n })) },
    { 'more[0].breaks[1].price': 'breaks.not_lower' },
  ],
  [
    'one number of cartons twice',
    { breaks: [7_000n, 6_000n].map((price) => ({ fromCartons: 5, price })) },
    {},
    { 'breaks[1].fromCartons': 'breaks.twice' },
  ],
  [
    'a price for more within the minimum',
    { minCartons: 5, breaks: [{ fromCartons: 5, price: 7_000n }] },
    {},
    { 'breaks[0].fromCartons': 'breaks.within_minimum' },
  ],
  [
    'a first order below the minimum',
    {},
    { minCartons: 3, firstOrderCartons: 2 },
    { 'more[0].firstOrderCartons': 'first_order.below_minimum' },
  ],
])('%s is refused at its field, and nothing is kept', async (_, first, second, fields) => {
  const { officer, typed } = await aSubmitted()
  const wrong = { ...typed, proposalId: newId('proposal'), ...first, more: [large(typed, second)] }
  const found = await submit(officer, wrong).catch((refusal) => refusal)
  expect(found.kind).toBe('invalid')
  const keys = Object.entries(found.fields).map(([field, said]) => [field, (said as { key: string }).key])
  expect(Object.fromEntries(keys)).toEqual(fields)
  expect(await db.productProposal.count()).toBe(1)
})

test('not every pack may end', async () => {
  const { officer, change } = await twoPacks()
  const typed = change({ isEnded: true }, { isEnded: true })
  await expect(submit(officer, typed)).rejects.toMatchObject({
    fields: { isEnded: { key: 'variant.all_ended' } },
  })
})

test('a pack of another product, of another cooperative, or named twice is not there', async () => {
  const { officer, one, change } = await twoPacks()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const own = await aVariant({ cooperative })
  const theirs = await aVariant()
  for (const variantId of [own.id, theirs.id, newId('variant'), one.id])
    await expect(submit(officer, change({}, { variantId }))).rejects.toMatchObject({ kind: 'not_found' })
})

test('an own code or a barcode of another product is refused, before and at approval', async () => {
  const { officer, colleague, change } = await twoPacks()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const waiting = await submit(officer, change({}, { ownCode: 'KA-1', gtin: '8991234567891' }), later(10))
  const other = await aVariant({ cooperative, ownCode: 'KA-1' })
  const decision = { proposalId: waiting.id, version: waiting.version }
  await expect(approveProposal(db, colleague, decision, later(11))).rejects.toMatchObject({
    kind: 'conflict',
    fields: { 'more[0].ownCode': { key: 'own_code.taken' } },
  })
  await db.variant.update({
    where: { id: other.id },
    data: { ownCode: null, gtin: '8991234567891', gtinKind: 'gs1' },
  })
  await expect(approveProposal(db, colleague, decision, later(12))).rejects.toMatchObject({
    kind: 'conflict',
    fields: { 'more[0].gtin': { key: 'gtin.taken' } },
  })
  const again = change({}, { ownCode: 'KA-1', gtin: '8991234567891' })
  await db.variant.update({ where: { id: other.id }, data: { ownCode: 'KA-1' } })
  await expect(
    save(officer, { ...again, proposalId: waiting.id, version: waiting.version }, later(13)),
  ).rejects.toMatchObject({
    fields: { 'more[0].ownCode': { key: 'own_code.taken' }, 'more[0].gtin': { key: 'gtin.taken' } },
  })
})

test('another cooperative may use the same own code', async () => {
  await aVariant({ ownCode: 'KA-1' })
  const { two } = await twoPacks({}, { ownCode: 'KA-1' })
  expect(two.ownCode).toBe('KA-1')
})

test('two packs may change their own codes with each other', async () => {
  const { productId, change, approve } = await twoPacks({ ownCode: 'A' }, { ownCode: 'B' })
  await approve(change({ ownCode: 'B' }, { ownCode: 'A' }))
  expect((await variantsOf(productId)).map(({ ownCode }) => ownCode)).toEqual(['B', 'A'])
})

test('two products with the same two barcodes, approved at once: one is published, the other is told', async () => {
  const codes = ['8991234567891', '8991234567907']
  const scenes = [await aSubmitted(), await aSubmitted()]
  const tries = await Promise.allSettled(
    await Promise.all(
      scenes.map(async ({ officer, colleague, typed }, i) => {
        const [gtin, other] = i ? codes : codes.toReversed()
        const both = { ...typed, version: 1, gtin, more: [large(typed, { gtin: other })] }
        const { id, version } = await submit(officer, both)
        return () => approveProposal(db, colleague, { proposalId: id, version }, later(1))
      }),
    ).then((approvals) => approvals.map((approve) => approve())),
  )
  expect(reasonsOf(tries)).toEqual(['conflict gtin.taken'])
  expect(await db.variant.count()).toBe(2)
})

test('two people who change two packs at once: one change is open', async () => {
  const { officer, change } = await twoPacks()
  const colleague = await aColleagueOf(officer)
  const tries = await Promise.allSettled([
    submit(officer, change({ retailPrice: 12_000n })),
    submit(colleague, change({}, { retailPrice: 30_000n })),
  ])
  expect(reasonsOf(tries)).toEqual(['conflict proposal.another_open'])
})

test('the database holds what a pack is sold at', async () => {
  const variant = await aVariant({ breaks: [{ fromCartons: 5, price: 13_000n }] })
  const second = await anotherVariant(variant)
  const at = (fromCartons: number, price: bigint) =>
    db.priceBreak.create({ data: { variantId: variant.id, fromCartons, price } })
  await expect(at(1, 12_000n)).rejects.toThrow(/breaks_begin_above_one_carton/)
  await expect(at(9, 13_000n)).rejects.toThrow(/do not fall/)
  await expect(at(3, 12_999n)).rejects.toThrow(/do not fall/)
  const lower = { where: { id: variant.id }, data: { wholesalePrice: 13_000n } }
  await expect(db.variant.update(lower)).rejects.toThrow(/do not fall/)
  await Promise.all([10, 11, 12, 13].map((from, i) => at(from, 12_000n - BigInt(i))))
  await expect(at(20, 1n)).rejects.toThrow(/more than five/)
  const update = (data: object) => db.variant.update({ where: { id: variant.id }, data })
  await expect(update({ minCartons: 3, firstOrderCartons: 2 })).rejects.toThrow(/variants_begin_with_more/)
  await expect(update({ weeklyCapacityPieces: 0 })).rejects.toThrow(/variants_are_made_weekly/)
  await expect(update({ ownCode: '=1+1' })).rejects.toThrow(/variants_have_a_readable_own_code/)
  await update({ ownCode: 'A' })
  const twice = db.variant.update({ where: { id: second.id }, data: { ownCode: 'A' } })
  await expect(twice).rejects.toThrow(/own_?code/i)
})

test('the database holds what is proposed of a pack', async () => {
  const { typed } = await aSubmitted()
  const first = { proposalId_position: { proposalId: typed.proposalId, position: 0 } }
  const update = (data: object) => db.productProposalVariant.update({ where: first, data })
  await expect(update({ isEnded: true })).rejects.toThrow(/only_published_variants_end/)
  await expect(update({ firstOrderCartons: 0 })).rejects.toThrow(/proposed_variants_begin_with_more/)
  await expect(update({ retailPrice: 0n })).rejects.toThrow(/proposals_cost_something/)
  await expect(update({ variantId: (await aVariant()).id })).rejects.toThrow(/foreign key/i)
})
