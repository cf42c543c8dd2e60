import { expect, test } from 'vitest'
import { listActs } from '#app/domain/producers/act-queries.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator } from '#tests/support/make.ts'
import { aMember, aProducerMember, now } from '#tests/support/members.ts'

/** A member with the acts of its registration and consent, and as many more of one moment. */
async function aTrail(more: number) {
  const { officer, producerId } = await aMember()
  const { cooperativeId, membershipId: byMembershipId } = officer
  await db.producerAct.createMany({
    data: Array.from({ length: more }, () => ({
      id: newId('act'),
      producerId,
      cooperativeId,
      kind: 'changed',
      byMembershipId,
      at: now,
    })),
  })
  return { officer, producerId }
}

test('acts are paged without a gap and without one twice, also those of one moment', async () => {
  const { officer, producerId } = await aTrail(63)
  const seen: string[] = []
  const sizes: number[] = []
  let after: string | undefined
  do {
    const { page, next, isFirst } = await listActs(db, officer, producerId, after)
    expect(isFirst).toBe(after === undefined)
    seen.push(...page.map(({ id }) => id))
    sizes.push(page.length)
    after = next
  } while (after)
  expect(sizes).toEqual([30, 30, 5])
  expect(new Set(seen).size).toBe(65)
  const { page } = await listActs(db, officer, producerId)
  expect(page[0]?.by).toMatchObject({ role: 'officer', person: { name: officer.personName } })
})

test('acts are read by the cooperative, the verifier and the member itself, and by nobody else', async () => {
  const { officer, producerId } = await aTrail(2)
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const neighbour = await aMember({ officer })
  const own = await aProducerMember(producer)
  const countFor = async (reader: Parameters<typeof listActs>[1]) =>
    (await listActs(db, reader, producerId)).page.length
  const all = await db.producerAct.count({ where: { producerId } })
  expect([await countFor(officer), await countFor(await anOperator()), await countFor(own)]).toEqual([
    all,
    all,
    all,
  ])
  expect(await countFor(await anOfficer())).toBe(0)
  expect((await listActs(db, own, neighbour.producerId)).page).toEqual([])
  await expect(countFor((await aBuyer()) as never)).rejects.toMatchObject({ kind: 'forbidden' })
})
