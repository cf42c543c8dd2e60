import { expect, test } from 'vitest'
import { openSession, readActor } from '#app/domain/access/sessions.server.ts'
import { letLeave } from '#app/domain/producers/let-leave.server.ts'
import { takeBack } from '#app/domain/producers/take-back.server.ts'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { aBuyer, anOfficer, anOperator, aVariant, jobs } from '#tests/support/make.ts'
import { actsOf, aProducerMember, later, now } from '#tests/support/members.ts'
import { aSubmitted, draftBy, save } from '#tests/support/proposals.ts'

const reason = 'stopped' as const

async function aMemberWithGoods() {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const { product } = await aVariant({ cooperative })
  const producer = await db.producer.findUniqueOrThrow({ where: { id: product.producerId } })
  return { officer, productId: product.id, producer, producerId: producer.id }
}
const movesOf = async (productId: string) => {
  const rows = await db.productMove.findMany({ where: { productId }, orderBy: { at: 'asc' } })
  return rows.map(({ fromStatus, toStatus, reason }) => `${fromStatus} ${toStatus} ${reason}`)
}
const statusOf = async (id: string) => (await db.product.findUniqueOrThrow({ where: { id } })).status

test('who leaves has its goods paused and its way in ended, and nothing new is listed for it', async () => {
  const { officer, productId, producer, producerId } = await aMemberWithGoods()
  const signedIn = await aProducerMember(producer)
  const { token } = await openSession(db, { ...signedIn, device: '', isKnownDevice: true }, new Date())
  expect(await readActor(db, token, new Date())).toMatchObject({ kind: 'producer', producerId })

  await letLeave(db, officer, { producerId, reason }, now)
  await letLeave(db, officer, { producerId, reason }, later(1))
  expect(await statusOf(productId)).toBe('paused')
  expect(await movesOf(productId)).toEqual(['published paused Pembuatnya keluar dari koperasi.'])
  expect(await readActor(db, token, new Date())).toBeNull()
  expect(await jobs()).toEqual(['product.changed'])
  expect(await actsOf(producerId)).toEqual([`left ${productId}`])
  await expect(save(officer, await draftBy(officer, { producerId }))).rejects.toMatchObject({
    fields: { producerId: { key: 'producer.missing' } },
  })
})

test('who comes back has on sale what was paused then, and nothing else', async () => {
  const { officer, productId, producerId } = await aMemberWithGoods()
  await letLeave(db, officer, { producerId, reason }, now)
  await takeBack(db, officer, { producerId }, later(1))
  await takeBack(db, officer, { producerId }, later(2))
  expect(await statusOf(productId)).toBe('published')
  expect((await movesOf(productId)).at(-1)).toBe('paused published Pembuatnya kembali ke koperasi.')
  expect((await actsOf(producerId)).at(-1)).toBe('taken_back')
  await db.product.update({ where: { id: productId }, data: { status: 'archived' } })
  await letLeave(db, officer, { producerId, reason }, later(3))
  await takeBack(db, officer, { producerId }, later(4))
  expect(await statusOf(productId)).toBe('archived')
})

test('what was submitted for who has left waits for nobody any more; a draft stays one', async () => {
  const { officer, colleague, typed, decision } = await aSubmitted()
  const draft = await save(officer, await draftBy(officer, { producerId: typed.producerId }))
  await letLeave(db, officer, { producerId: typed.producerId, reason }, now)
  await expect(approveProposal(db, colleague, decision, later(1))).rejects.toMatchObject({ kind: 'conflict' })
  const { status, moves } = await db.productProposal.findUniqueOrThrow({
    where: { id: decision.proposalId },
    include: { moves: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
  })
  expect([status, moves]).toMatchObject([
    'withdrawn',
    [
      {
        fromStatus: 'submitted',
        reason: 'Pembuatnya keluar dari koperasi.',
        byMembershipId: officer.membershipId,
      },
    ],
  ])
  expect(await db.product.count()).toBe(0)
  expect(await db.productProposal.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
    status: 'draft',
  })
})

test('an approval and a leaving at once: whichever is first, nothing of the member stays on sale', async () => {
  for (let n = 0; n < 10; n++) {
    const { officer, colleague, typed, decision } = await aSubmitted()
    await Promise.allSettled([
      approveProposal(db, colleague, decision, now),
      letLeave(db, officer, { producerId: typed.producerId, reason }, now),
    ])
    expect(await db.product.count({ where: { producerId: typed.producerId, status: 'published' } })).toBe(0)
  }
})

test('wrong roles are refused; another cooperative’s member is not there', async () => {
  const { producerId } = await aMemberWithGoods()
  for (const wrong of [await aBuyer(), await anOperator()]) {
    await expect(letLeave(db, wrong as never, { producerId, reason }, now)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(takeBack(db, wrong as never, { producerId }, now)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  const stranger = await anOfficer()
  await expect(letLeave(db, stranger, { producerId, reason }, now)).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(takeBack(db, stranger, { producerId }, now)).rejects.toMatchObject({ kind: 'not_found' })
})
