import { expect, test } from 'vitest'
import { csvOf, exportOwnData } from '#app/domain/producers/export-own-data.server.ts'
import { giveConsent } from '#app/domain/producers/give-consent.server.ts'
import { listMembers, requireMember } from '#app/domain/producers/member-queries.server.ts'
import { listOwnLines, requireOwn, sumOwnLines } from '#app/domain/producers/own-queries.server.ts'
import { listProducers } from '#app/domain/producers/queries.server.ts'
import { consentVersion } from '#app/domain/producers/rules.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { awaitedOf, listColleagues } from '#app/domain/proposals/approvers.server.ts'
import { listProducts, requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { listForOperator, listOpenProposals } from '#app/domain/proposals/waiting-queries.server.ts'
import { withdrawProposal } from '#app/domain/proposals/withdraw-proposal.server.ts'
import { shipOrder } from '#app/domain/shelf-orders/ship-order.server.ts'
import { dayOf, fromDate, toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { anOfficer, anOperator, aVariant } from '#tests/support/make.ts'
import { account, actsOf, aMember, aProducerMember, change, later, nik, now } from '#tests/support/members.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'
import { draftBy, save, typedBy } from '#tests/support/proposals.ts'

async function aScene() {
  const { officer, producerId } = await aMember()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const neighbour = (await aMember({ officer, name: 'Tetangga' })).producerId
  return { officer, producerId, own: await aProducerMember(producer), neighbour }
}

test('a producer drafts and submits for itself; an officer of the cooperative approves, the producer never', async () => {
  const { officer, own } = await aScene()
  const typed = await typedBy(own)
  const saved = await submitProposal(db, own, typed, now)
  const decision = { proposalId: saved.id, version: saved.version }
  expect(await requireProposal(db, own, saved.id)).toMatchObject({ isOwn: true, mayDecide: false })
  await expect(approveProposal(db, own as never, decision, later(1))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const { productId } = await approveProposal(db, officer, decision, later(1))
  expect((await listProducts(db, own, dayOf(now))).page).toMatchObject([{ id: productId }])
})

test('an officer who is the producer does not approve what they proposed as the producer', async () => {
  const { officer, producerId } = await aScene()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const asMember = await aProducerMember(producer, officer.personId)
  const saved = await submitProposal(db, asMember, await typedBy(asMember), now)
  await expect(
    approveProposal(db, officer, { proposalId: saved.id, version: saved.version }, later(1)),
  ).rejects.toMatchObject({ said: { key: 'proposal.own' } })
  expect((await listForOperator(db, await anOperator())).page).toMatchObject([{ id: saved.id }])
})

test('producers are no colleagues: nobody waits for them, and they do not keep the operator away', async () => {
  const { officer, own } = await aScene()
  expect((await listColleagues(db, officer.cooperativeId)).map(({ personId }) => personId)).toEqual([
    officer.personId,
  ])
  expect(awaitedOf(await listColleagues(db, officer.cooperativeId), officer.personId)).toEqual({
    by: 'operator',
  })
  expect(awaitedOf(await listColleagues(db, officer.cooperativeId), own.personId).by).toBe('colleagues')
})

test('goods and drafts of another member of the same cooperative are not there for a producer', async () => {
  const { officer, own, neighbour } = await aScene()
  const theirs = await draftBy(officer, { producerId: neighbour })
  await save(officer, theirs)
  const product = (
    await aVariant({
      cooperative: await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } }),
    })
  ).product
  const mine = await draftBy(own)
  const missing = { kind: 'not_found' }
  await expect(saveProposal(db, own, { ...theirs, version: 1 }, now)).rejects.toMatchObject({
    kind: 'invalid',
  })
  await expect(
    saveProposal(db, own, { ...mine, proposalId: theirs.proposalId, version: 1 }, now),
  ).rejects.toMatchObject(missing)
  await expect(saveProposal(db, own, { ...mine, proposalId: theirs.proposalId }, now)).rejects.toMatchObject(
    missing,
  )
  await expect(saveProposal(db, own, { ...mine, productId: product.id }, now)).rejects.toMatchObject(missing)
  await expect(
    withdrawProposal(db, own, { proposalId: theirs.proposalId, version: 1 }, now),
  ).rejects.toMatchObject(missing)
  await expect(requireProposal(db, own, theirs.proposalId)).rejects.toMatchObject(missing)
  await expect(requireProduct(db, own, product.id, dayOf(now))).rejects.toMatchObject(missing)
  expect((await listProducts(db, own, dayOf(now))).page).toEqual([])
  expect(await listOpenProposals(db, own)).toEqual([])
  expect(await listProducers(db, own)).toMatchObject([{ id: own.producerId }])
  expect(await db.productProposal.count()).toBe(1)
})

test('a draft for a neighbour is refused at its field, also when the producer made it up', async () => {
  const { officer, own, neighbour } = await aScene()
  await expect(
    saveProposal(db, own, await draftBy(officer, { producerId: neighbour }), now),
  ).rejects.toMatchObject({
    fields: { producerId: { key: 'producer.missing' } },
  })
})

test('a producer sees its own lines and what accepted ones still to be delivered come to, and nobody else’s', async () => {
  const { variant, line, order, officer } = await aPlacedOrder({ cartons: 3 })
  const producer = await db.producer.findUniqueOrThrow({ where: { id: variant.product.producerId } })
  const own = await aProducerMember(producer)
  const pieces = line.cartons * line.unitsPerCarton
  // What was ordered keeps the price of its moment.
  await db.variant.update({ where: { id: variant.id }, data: { memberPrice: 9_000n } })
  expect((await listOwnLines(db, own)).page).toMatchObject([
    { status: 'asked', pieces, memberPrice: 12_000n, amount: 12_000n * BigInt(pieces) },
  ])
  expect(await sumOwnLines(db, own)).toBe(0n)
  await db.purchaseOrderLine.update({ where: { id: line.id }, data: { status: 'accepted' } })
  expect(await sumOwnLines(db, own)).toBe(12_000n * BigInt(pieces))
  const asked = { purchaseOrderId: order.id, deliverOn: fromDate(line.deliverOn) }
  await shipOrder(db, officer, asked, now)
  expect(await sumOwnLines(db, own)).toBe(0n)
  const { own: other } = await aScene()
  expect([(await listOwnLines(db, other)).page, await sumOwnLines(db, other)]).toEqual([[], 0n])
})

test('what is taken along has everything but the secrets, and that it was taken is written down', async () => {
  const { officer, producerId, own } = await aScene()
  await change(officer, producerId, {
    nik,
    account,
    npwp: '0013121660091000',
    bank: 'Bank Contoh',
    accountHolder: 'Ibu Contoh',
    story: '=HYPERLINK("http://x")',
  })
  const data = await exportOwnData(db, own, later(2))
  expect(data).toMatchObject({
    producer: { name: 'Kelompok Keripik Ceria' },
    record: { ownerName: 'Ibu Contoh', nik: '3579 •••• •••• ••••', account: '•••• 123', bank: 'Bank Contoh' },
    consents: [{ textVersion: consentVersion }],
  })
  const csv = csvOf(data)
  expect(csv).toContain(`"producer.story","'=HYPERLINK(""http://x"")"`)
  for (const secret of [nik, account, '0013121660091000'])
    expect(csv + JSON.stringify(data)).not.toContain(secret)
  expect(await actsOf(producerId)).toContain('exported')
})

test('what is taken along is not cut off, and has goods, proposals and orders', async () => {
  const { variant, line } = await aPlacedOrder({ cartons: 3 })
  const { id: producerId, ...producer } = await db.producer.findUniqueOrThrow({
    where: { id: variant.product.producerId },
  })
  const own = await aProducerMember({ id: producerId, ...producer })
  await submitProposal(db, own, await typedBy(own, { name: 'Usulan baru' }), now)
  const { cooperativeId } = producer
  await db.producerAct.createMany({
    data: Array.from({ length: 35 }, () => ({
      id: newId('act'),
      producerId,
      cooperativeId,
      kind: 'changed',
      byMembershipId: own.membershipId,
      at: now,
    })),
  })
  const closed = { producerId, cooperativeId, startsOn: toDate('2026-01-01'), endsOn: toDate('2026-01-03') }
  await db.producerClosure.create({ data: { id: newId('closure'), ...closed } })
  const data = await exportOwnData(db, own, later(1))
  expect(data.acts).toHaveLength(36)
  expect(data).toMatchObject({
    producer: { closures: [{ startsOn: '2026-01-01', endsOn: '2026-01-03' }] },
    products: [{ variants: [{ memberPrice: '12000' }] }],
    proposals: [{ name: 'Usulan baru' }],
    orderLines: [{ cartons: line.cartons, status: 'asked' }],
  })
  expect(csvOf(data)).toContain('"products.1.variants.1.memberPrice","12000"')
  const stranger = JSON.stringify(await exportOwnData(db, (await aScene()).own, later(1)))
  expect(stranger).toContain('"products":[],"proposals":[],"orderLines":[]')
})

test('a producer reads its own data; an officer does not read as a producer, and nobody another’s', async () => {
  const { officer, own, neighbour } = await aScene()
  expect(await requireOwn(db, own, '2026-11-24')).toMatchObject({ id: own.producerId })
  await expect(requireOwn(db, officer as never, '2026-11-24')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(requireMember(db, own as never, neighbour, '2026-11-24')).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(requireMember(db, await anOfficer(), neighbour, '2026-11-24')).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(requireMember(db, officer, newId('producer'), '2026-11-24')).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('a producer gives consent in its own sign-in, once', async () => {
  const { own, producerId } = await aScene()
  await db.producerConsent.deleteMany()
  await giveConsent(db, own, now)
  await giveConsent(db, own, later(1))
  expect(await db.producerConsent.findMany()).toMatchObject([{ producerId, way: 'own_sign_in' }])
  await expect(giveConsent(db, (await anOfficer()) as never, now)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('members are listed by name without a gap, found by a part of either name, and those who left apart', async () => {
  const officer = await anOfficer()
  for (let n = 0; n < 32; n++) await aMember({ officer, name: `Usaha ${n % 8}`, ownerName: `Ibu ${n}` })
  await aMember()
  const first = await listMembers(db, officer, { search: '', hasLeft: false })
  const second = await listMembers(db, officer, { search: '', hasLeft: false, after: first.next })
  expect([first.page.length, second.page.length, second.next]).toEqual([30, 2, undefined])
  expect(new Set([...first.page, ...second.page].map(({ id }) => id)).size).toBe(32)
  const search = async (text: string) =>
    (await listMembers(db, officer, { search: text, hasLeft: false })).page
  expect(await search('ibu 31')).toMatchObject([
    { ownerName: 'Ibu 31', gaps: expect.arrayContaining(['nik']) },
  ])
  expect(await search('saha 3')).toHaveLength(4)
  expect(await search('%')).toEqual([])
  const [gone] = first.page
  await db.producer.update({ where: { id: gone?.id ?? '' }, data: { leftAt: now } })
  expect((await listMembers(db, officer, { search: '', hasLeft: true })).page).toMatchObject([
    { id: gone?.id },
  ])
})
