import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actors.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { askErasure } from '#app/domain/producers/ask-erasure.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loader as memberRequest } from '#app/routes/cooperative/member-request.tsx'
import { loader as pack } from '#app/routes/cooperative/product.tsx'
import { loader as open } from '#app/routes/notices/open.tsx'
import { loader as shelfOrder } from '#app/routes/retail/order.tsx'
import { get } from '#tests/support/ask.ts'
import { anOfficer } from '#tests/support/make.ts'
import { aMember } from '#tests/support/members.ts'
import { anOrderWith } from '#tests/support/notices.ts'
import { aColleagueOf } from '#tests/support/proposals.ts'
import { theLaw } from '#tests/support/readiness.ts'

type News = Parameters<typeof tell>[1]
const now = new Date()

/** Where opening a notice leads; it is read from then on. */
async function opened(who: Actor, news: Pick<News, 'kind' | 'about' | 'values'>) {
  await tell(db, { ...news, to: { membershipId: who.membershipId } } as News, now)
  const notice = await db.notice.findFirstOrThrow({
    where: { kind: news.kind, membershipId: who.membershipId },
  })
  const answer = await open(await get(`/kabar/${notice.id}`, who, { id: notice.id })).catch(
    (thrown) => thrown,
  )
  expect(await db.notice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({
    readAt: expect.any(Date),
  })
  return answer.headers.get('location')
}

test.each(['order.countered', 'order.answered'] as const)(
  '%s leads a buyer to the cooperative’s part of the shelf order',
  async (kind) => {
    const { buyer, order } = await anOrderWith()
    const values = { number: order.number, cooperative: 'KDMP', answer: 'diterima' }
    const to = await opened(buyer, { kind, about: order.id, values })
    expect(to).toBe(`/ritel/pesanan/${order.shelfOrderId}#${order.id}`)
    const shown = await shelfOrder(await get(to, buyer, { id: order.shelfOrderId }))
    expect(shown.order.purchaseOrders.map(({ id }) => id)).toContain(order.id)
  },
)

test('low stock leads to the pack that is low', async () => {
  const { officer, variant } = await anOrderWith()
  const values = { name: 'Keripik', pieces: 3 }
  const to = await opened(officer, { kind: 'stock.low', about: variant.id, values })
  expect(to).toBe(`/koperasi/produk/${variant.productId}?ukuran=${variant.id}`)
  const shown = await pack(await get(to, officer, { id: variant.productId }))
  expect(shown.product.variantId).toBe(variant.id)
})

test('what a member asked leads to the request itself', async () => {
  await theLaw()
  const officer = await anOfficer()
  const colleague = await aColleagueOf(officer)
  const { producerId } = await aMember({ officer })
  const requestId = newId('request')
  await askErasure(db, officer, { requestId, producerId, note: '' }, now)
  await db.notice.deleteMany()
  const values = { producer: 'Kelompok', what: 'dihapus' }
  const to = await opened(colleague, { kind: 'member.asked', about: requestId, values })
  expect(to).toBe(`/koperasi/anggota/${producerId}/permintaan/${requestId}`)
  const shown = await memberRequest(await get(to, colleague, { id: producerId, request: requestId }))
  expect(shown.asked.id).toBe(requestId)
})
