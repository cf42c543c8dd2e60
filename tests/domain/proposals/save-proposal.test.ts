import { expect, test } from 'vitest'
import { saveProposalForm } from '#app/domain/proposals/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import {
  aBuyer,
  aCooperative,
  anOfficer,
  anOperator,
  aPhoto,
  aProducer,
  aVariant,
  reasonsOf,
} from '#tests/support/make.ts'
import {
  aColleagueOf,
  draftBy,
  later,
  movesOf,
  now,
  readProposal,
  save,
  submit,
  typedBy,
} from '#tests/support/proposals.ts'

test('a draft needs a name, a producer and a price, and nothing else', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer, { photoId: undefined })
  expect(await save(officer, draft)).toEqual({ id: draft.proposalId, version: 1 })
  expect(await readProposal(draft.proposalId)).toMatchObject({
    status: 'draft',
    version: 1,
    proposedBy: officer.personId,
    photoId: null,
    pack: null,
    retailPrice: 10_500n,
  })
})

test('one form sent ten times at once makes one draft, and ten equal answers', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  const answers = await Promise.all(Array.from({ length: 10 }, () => save(officer, draft)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ id: draft.proposalId, version: 1 })]),
  )
  expect(await db.productProposal.count()).toBe(1)
})

test('every save raises the version', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  const first = await save(officer, draft)
  const second = await save(officer, { ...draft, version: first.version, name: 'Keripik Tempe' })
  expect(second.version).toBe(2)
  expect(await readProposal(first.id)).toMatchObject({ name: 'Keripik Tempe', version: 2 })
})

test('who did not get the answer may go on typing and save again', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  await save(officer, draft)
  expect(await save(officer, { ...draft, name: 'Keripik Tempe Asin' })).toMatchObject({ version: 2 })
  expect(await readProposal(draft.proposalId)).toMatchObject({ name: 'Keripik Tempe Asin' })
})

test('a version that a colleague has saved over is refused, and nothing of it is kept', async () => {
  const officer = await anOfficer()
  const colleague = await aColleagueOf(officer)
  const draft = await draftBy(officer)
  await save(officer, draft)
  await save(colleague, { ...draft, version: 1, name: 'Dari rekan' })
  await expect(save(officer, { ...draft, version: 1, name: 'Terlambat' })).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'proposal.changed' },
  })
  expect(await readProposal(draft.proposalId)).toMatchObject({ name: 'Dari rekan', version: 2 })
})

test('two colleagues who save the same version at once: one wins, the other is told', async () => {
  const officer = await anOfficer()
  const others = [await aColleagueOf(officer), await aColleagueOf(officer)]
  const draft = await draftBy(officer)
  await save(officer, draft)
  const tries = await Promise.allSettled(
    others.map((who) => save(who, { ...draft, version: 1, name: who.personName })),
  )
  expect(reasonsOf(tries)).toEqual(['conflict proposal.changed'])
  expect((await readProposal(draft.proposalId)).version).toBe(2)
})

test('a shape without measures brings its usual ones, and typed ones stay', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer, { pack: 'jar' })
  await save(officer, draft)
  expect(await readProposal(draft.proposalId)).toMatchObject({
    widthMm: 70,
    heightMm: 95,
    depthMm: 70,
    stackable: true,
  })
  await save(officer, { ...draft, version: 1, widthMm: 65 })
  expect(await readProposal(draft.proposalId)).toMatchObject({ widthMm: 65, heightMm: null })
})

test('what was submitted and is saved as a draft no longer waits', async () => {
  const officer = await anOfficer()
  const typed = await typedBy(officer)
  await submit(officer, typed)
  await save(officer, { ...typed, version: 1, name: 'Belum jadi' }, later(5))
  expect(await readProposal(typed.proposalId)).toMatchObject({ status: 'draft', submittedAt: null })
  expect(await movesOf(typed.proposalId)).toEqual(['draft submitted', 'submitted draft'])
})

test('a buyer and an operator may not save', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  for (const wrong of [await aBuyer(), await anOperator()])
    await expect(save(wrong as never, draft)).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await db.productProposal.count()).toBe(0)
})

test('a proposal of another cooperative is not found, like one that is not there', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  await save(officer, draft)
  const stranger = await anOfficer()
  const theirs = await draftBy(stranger, { proposalId: draft.proposalId })
  await expect(save(stranger, theirs)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(save(stranger, { ...theirs, version: 1 })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(
    save(stranger, { ...theirs, version: 1, proposalId: newId('proposal') }),
  ).rejects.toMatchObject({ kind: 'not_found' })
})

test('a producer, photo or product of another cooperative is not there', async () => {
  const officer = await anOfficer()
  const other = await aCooperative()
  const draft = await draftBy(officer)
  const producerId = (await aProducer(other)).id
  const photoId = (await aPhoto(other.id)).id
  await expect(save(officer, { ...draft, producerId, photoId })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { producerId: { key: 'producer.missing' }, photoId: { key: 'photo.missing' } },
  })
  const { product } = await aVariant({ cooperative: other })
  await expect(save(officer, { ...draft, productId: product.id })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await db.productProposal.count()).toBe(0)
})

test('a category that does not exist is refused at its field', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer, { categorySlug: 'roket' })
  await expect(save(officer, draft)).rejects.toMatchObject({
    fields: { categorySlug: { key: 'category.missing' } },
  })
})

test('a barcode that another product has is refused at its field', async () => {
  const officer = await anOfficer()
  const variant = await aVariant()
  await db.variant.update({ where: { id: variant.id }, data: { gtin: '8991234567891', gtinKind: 'gs1' } })
  const draft = await draftBy(officer, { gtin: '8991234567891' })
  await expect(save(officer, draft)).rejects.toMatchObject({ fields: { gtin: { key: 'gtin.taken' } } })
})

test.each([
  [{ lotQuantity: 120, lotBestBefore: '2026-11-23' }, { lotBestBefore: { key: 'lot.past' } }],
  [
    { lotQuantity: 120, lotBestBefore: '2027-03-25', shelfLifeDays: 120 },
    { lotBestBefore: { key: 'lot.keeps_shorter', days: 120, latest: '24 Mar 2027' } },
  ],
  [{ lotQuantity: 120 }, { lotBestBefore: { key: 'day.missing' } }],
  [{ lotBestBefore: '2027-01-01' }, { lotQuantity: { key: 'number.missing' } }],
  [{ pirtNumber: '2153579010207-25' }, { pirtNumber: { key: 'pirt.expired', year: 2025 } }],
])('what cannot be today is refused at its field: %o', async (over, fields) => {
  const officer = await anOfficer()
  await expect(save(officer, await draftBy(officer, over))).rejects.toMatchObject({ kind: 'invalid', fields })
  expect(await db.productProposal.count()).toBe(0)
})

test('a best-before day of today, and the last day of its life, are taken', async () => {
  const officer = await anOfficer()
  for (const lotBestBefore of ['2026-11-24', '2027-03-24'])
    await save(officer, await draftBy(officer, { lotQuantity: 1, lotBestBefore, shelfLifeDays: 120 }))
  expect(await db.productProposal.count()).toBe(2)
})

test('a proposal that was withdrawn cannot be saved again', async () => {
  const officer = await anOfficer()
  const draft = await draftBy(officer)
  await save(officer, draft)
  await db.productProposal.update({ where: { id: draft.proposalId }, data: { status: 'withdrawn' } })
  await expect(save(officer, { ...draft, version: 1 })).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'proposal.closed' },
  })
})

test.each([
  { retailPrice: '0' },
  { retailPrice: '-5000' },
  { retailPrice: '12.5' },
  { retailPrice: '9999999999999999' },
  { widthMm: '0' },
  { widthMm: '-1' },
  { widthMm: '160,5' },
  { unitsPerCarton: '99999999999' },
  { shelfLifeDays: 'lama' },
  { gtin: '2000000000015' },
  { name: '   ' },
  { producerId: 'prd_1' },
  { lotBestBefore: '2026-02-30' },
])('the form refuses %o', (wrong) => {
  const typed = {
    proposalId: 'usl_1',
    version: 0,
    producerId: 'pdu_1',
    photoId: 'pic_1',
    name: 'A',
    retailPrice: '10.500',
  }
  expect(saveProposalForm.safeParse(typed).success).toBe(true)
  expect(saveProposalForm.safeParse({ ...typed, ...wrong }).success).toBe(false)
})

test('a date is of western Indonesia: late in the evening there it is still the same day', async () => {
  const officer = await anOfficer()
  const evening = new Date('2026-11-23T16:59:00Z')
  await save(officer, await draftBy(officer, { lotQuantity: 1, lotBestBefore: '2026-11-23' }), evening)
  await expect(
    save(officer, await draftBy(officer, { lotQuantity: 1, lotBestBefore: '2026-11-23' }), now),
  ).rejects.toThrow()
})
