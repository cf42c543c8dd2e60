import { expect, test } from 'vitest'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { askForChanges } from '#app/domain/proposals/ask-for-changes.server.ts'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { listForOperator } from '#app/domain/proposals/waiting-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import {
  aBuyer,
  anOfficer,
  anOperator,
  aPhoto,
  aVariant,
  gtin13,
  jobs,
  reasonsOf,
} from '#tests/support/make.ts'
import {
  aColleagueOf,
  aSubmitted,
  later,
  movesOf,
  readProposal,
  submit,
  typedBy,
} from '#tests/support/proposals.ts'
import { theLaw } from '#tests/support/readiness.ts'

const published = (id: string) =>
  db.product.findUniqueOrThrow({
    where: { id },
    include: {
      variants: { include: { stockLevel: true, lots: true } },
      certificates: { orderBy: { kind: 'asc' } },
    },
  })

test('what was approved is published: product, variant, certificates, lot and stock', async () => {
  const { officer, colleague, decision, typed } = await aSubmitted({
    gtin: '8991234567891',
    halalNumber: 'ID35110017058840424',
    pirtNumber: '2153579010207-30',
    lotQuantity: 120,
    lotBestBefore: '2027-03-14',
  })
  const { productId } = await approveProposal(db, colleague, decision, later(60))
  const product = await published(productId)
  expect(product).toMatchObject({
    name: typed.name,
    slug: 'keripik-tempe-pedas-daun-jeruk',
    status: 'published',
    producerId: typed.producerId,
    publishedAt: later(60),
  })
  expect(product.variants).toMatchObject([
    {
      gtin: '8991234567891',
      gtinKind: 'gs1',
      memberPrice: 7_410n,
      unitsPerCarton: 30,
      frontPhotoId: typed.photoId,
      stockLevel: { onHand: 120, reserved: 0 },
      lots: [{ bestBefore: new Date('2027-03-14'), receivedOn: new Date('2026-11-24') }],
    },
  ])
  expect(product.certificates).toMatchObject([
    { kind: 'halal', number: 'ID35110017058840424', expiresOn: null, isSample: false },
    { kind: 'pirt', number: '2153579010207-30', expiresOn: new Date('2030-12-31') },
  ])
  expect(await db.stockMovement.findFirst()).toMatchObject({
    byMembershipId: officer.membershipId,
    kind: 'received',
  })
  expect(await readProposal(decision.proposalId)).toMatchObject({
    status: 'approved',
    productId,
    decidedBy: colleague.personId,
    decidedAt: later(60),
  })
  expect(await movesOf(decision.proposalId)).toEqual(['draft submitted', 'submitted approved'])
  expect((await jobs()).sort()).toEqual(['notice.told', 'notice.told', 'product.changed'])
})

test('a photo whose sizes are not made yet is asked for again', async () => {
  const { colleague, decision, typed } = await aSubmitted()
  await db.photo.update({ where: { id: typed.photoId }, data: { madeAt: null } })
  await approveProposal(db, colleague, decision, later(1))
  expect((await jobs()).sort()).toEqual(['notice.told', 'notice.told', 'photo.stored', 'product.changed'])
})

test('without a barcode the system makes an in-store code, and skips one that somebody has', async () => {
  const { colleague, decision } = await aSubmitted()
  const [{ serial }] = (await db.$queryRaw`select nextval('in_store_codes') serial`) as [{ serial: bigint }]
  const taken = gtin13(`20${String(serial + 1n).padStart(10, '0')}`)
  const other = await aVariant()
  await db.variant.update({ where: { id: other.id }, data: { gtin: taken } })
  const { productId } = await approveProposal(db, colleague, decision, later(1))
  const [variant] = (await published(productId)).variants
  expect(variant).toMatchObject({
    gtinKind: 'in_store',
    gtin: gtin13(`20${String(serial + 2n).padStart(10, '0')}`),
  })
})

test('two products of one name get addresses of their own', async () => {
  const first = await aSubmitted()
  const second = await aSubmitted()
  const answers = await Promise.all([
    approveProposal(db, first.colleague, first.decision, later(1)),
    approveProposal(db, second.colleague, second.decision, later(1)),
  ])
  const slugs = await Promise.all(answers.map(async ({ productId }) => (await published(productId)).slug))
  expect(slugs.sort()).toEqual(['keripik-tempe-pedas-daun-jeruk', 'keripik-tempe-pedas-daun-jeruk-2'])
})

test('a first lot whose day has passed meanwhile is left out, and the product is published without stock', async () => {
  const { colleague, decision } = await aSubmitted({
    shelfLifeDays: 3,
    lotQuantity: 40,
    lotBestBefore: '2026-11-27',
  })
  const { productId } = await approveProposal(db, colleague, decision, later(5 * 24 * 60))
  const [variant] = (await published(productId)).variants
  expect(variant).toMatchObject({ lots: [], stockLevel: { onHand: 0 } })
})

test('two approvals at once: one wins, the other is told, and there is one product', async () => {
  const { officer, colleague, decision } = await aSubmitted()
  const other = await aColleagueOf(officer)
  const tries = await Promise.allSettled(
    [colleague, other].map((who) => approveProposal(db, who, decision, later(1))),
  )
  expect(reasonsOf(tries)).toEqual(['conflict proposal.decided'])
  expect(await db.product.count()).toBe(1)
  expect(await movesOf(decision.proposalId)).toEqual(['draft submitted', 'submitted approved'])
})

test('one approval sent ten times at once publishes once, and gives ten equal answers', async () => {
  const { colleague, decision } = await aSubmitted({ lotQuantity: 10, lotBestBefore: '2027-01-01' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => approveProposal(db, colleague, decision, later(1))),
  )
  expect(new Set(answers.map(({ productId }) => productId)).size).toBe(1)
  expect(await db.product.count()).toBe(1)
  expect(await db.stockLevel.findFirst()).toMatchObject({ onHand: 10 })
})

test('an approval while it is asked to be changed: one of the two wins', async () => {
  const { officer, colleague, decision } = await aSubmitted()
  const other = await aColleagueOf(officer)
  const tries = await Promise.allSettled([
    approveProposal(db, colleague, decision, later(1)),
    askForChanges(db, other, { ...decision, reason: 'Foto buram' }, later(1)),
  ])
  expect(reasonsOf(tries)).toEqual(['conflict proposal.changed'])
  const { status } = await readProposal(decision.proposalId)
  expect(await db.product.count()).toBe(status === 'approved' ? 1 : 0)
})

test('exactly the version that was read is approved', async () => {
  const { officer, colleague, decision, typed } = await aSubmitted()
  await submit(officer, { ...typed, version: 1, retailPrice: 99_000n }, later(5))
  await expect(approveProposal(db, colleague, decision, later(6))).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'proposal.changed' },
  })
  expect(await db.product.count()).toBe(0)
})

test('what was taken back to a draft, or withdrawn, is not approved', async () => {
  const { colleague, decision } = await aSubmitted()
  for (const status of ['draft', 'changes_asked', 'withdrawn'] as const) {
    await db.productProposal.update({ where: { id: decision.proposalId }, data: { status } })
    await expect(approveProposal(db, colleague, decision, later(6))).rejects.toMatchObject({
      kind: 'conflict',
    })
  }
})

test('nobody approves their own, and the database holds it too', async () => {
  const { officer, decision } = await aSubmitted()
  await expect(approveProposal(db, officer, decision, later(1))).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'proposal.own' },
  })
  const own = { decidedBy: officer.personId, decidedAt: later(1) }
  const forced = db.productProposal.update({ where: { id: decision.proposalId }, data: own })
  await expect(forced).rejects.toThrow(/nobody_approves_their_own/)
})

test('who changed it last is the one who proposes: the first may approve, the last may not', async () => {
  const { officer, colleague, typed } = await aSubmitted()
  const saved = await submit(colleague, { ...typed, version: 1, name: 'Nama baru' }, later(1))
  const decision = { proposalId: saved.id, version: saved.version }
  await expect(approveProposal(db, colleague, decision, later(2))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await approveProposal(db, officer, decision, later(2))
  expect((await readProposal(saved.id)).status).toBe('approved')
})

test('where the cooperative has one officer, the operator approves', async () => {
  const officer = await anOfficer()
  const typed = await typedBy(officer)
  const { id, version } = await submit(officer, typed)
  await approveProposal(db, await anOperator(), { proposalId: id, version }, later(1))
  expect((await readProposal(id)).status).toBe('approved')
})

test('where the cooperative has somebody else, the operator does not find it', async () => {
  const { decision } = await aSubmitted()
  await expect(approveProposal(db, await anOperator(), decision, later(1))).rejects.toMatchObject({
    kind: 'not_found',
  })
})

test('what nobody of the cooperative answered in two days is passed on to the operator, who finds it and approves', async () => {
  await theLaw()
  const operator = await anOperator()
  const { officer, decision, colleague } = await aSubmitted()
  const id = decision.proposalId
  await aColleagueOf(officer) // is told after a day
  const days = (count: number) => later(count * 24 * 60 + 5)
  await escalate(db, days(1))
  expect((await listForOperator(db, operator)).page).toEqual([])
  await expect(requireProposal(db, operator, id)).rejects.toMatchObject({ kind: 'not_found' })
  await escalate(db, days(2))
  expect((await listForOperator(db, operator)).page.map((one) => one.id)).toEqual([id])
  expect(await requireProposal(db, operator, id)).toMatchObject({ mayDecide: true })
  expect(await requireProposal(db, colleague, id)).toMatchObject({ mayDecide: true })
  const { productId } = await approveProposal(db, operator, decision, days(3))
  expect(await approveProposal(db, operator, decision, days(3))).toEqual({ productId })
})

test('a colleague who has left is nobody else', async () => {
  const manager = await anOfficer({ role: 'manager' })
  const colleague = await aColleagueOf(manager)
  const { id: proposalId, version } = await submit(manager, await typedBy(manager))
  await db.membership.update({ where: { id: colleague.membershipId }, data: { endedAt: later(1) } })
  await approveProposal(db, await anOperator(), { proposalId, version }, later(2))
  expect((await readProposal(proposalId)).status).toBe('approved')
})

test('a buyer may not approve', async () => {
  const { decision } = await aSubmitted()
  await expect(approveProposal(db, (await aBuyer()) as never, decision, later(1))).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test("another cooperative's proposal is not found, like one that does not exist", async () => {
  const { decision } = await aSubmitted()
  const stranger = await anOfficer({ role: 'manager' })
  for (const proposalId of [decision.proposalId, newId('proposal')])
    await expect(approveProposal(db, stranger, { ...decision, proposalId }, later(1))).rejects.toMatchObject({
      kind: 'not_found',
    })
})

test('two products with one barcode, approved at once: one is published, the other is told', async () => {
  const first = await aSubmitted({ gtin: '8991234567891' })
  const second = await aSubmitted({ gtin: '8991234567891' })
  const tries = await Promise.allSettled([
    approveProposal(db, first.colleague, first.decision, later(1)),
    approveProposal(db, second.colleague, second.decision, later(1)),
  ])
  expect(reasonsOf(tries)).toEqual(['conflict gtin.taken'])
  expect(await db.product.count()).toBe(1)
})

test('a photo that another cooperative took cannot be published here', async () => {
  const { decision } = await aSubmitted()
  const photo = await aPhoto((await anOfficer()).cooperativeId)
  const forced = db.productProposal.update({
    where: { id: decision.proposalId },
    data: { photoId: photo.id },
  })
  await expect(forced).rejects.toThrow()
})
