import { expect, test } from 'vitest'
import { remindOfExpiry } from '#app/domain/certificates/remind-expiry.server.ts'
import { addDays, toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { anOperator, aVariant, jobs } from '#tests/support/make.ts'
import { aProducerMember } from '#tests/support/members.ts'
import { aHolder, now, reject, send } from '#tests/support/papers.ts'
import { aCertificate, theLaw } from '#tests/support/readiness.ts'

const today = '2026-11-24'
const onDay = (days: number) => new Date(now.getTime() + days * 86_400_000)
const told = async () => {
  const rows = await db.notice.findMany({ orderBy: [{ toldAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ kind, membershipId, occasion }) => ({ kind, membershipId, occasion }))
}

async function aPaperThatEnds(inDays: number) {
  await theLaw()
  const holder = await aHolder()
  await aCertificate(holder.variant, 'pirt', addDays(today, inDays))
  const producer = await db.producer.findUniqueOrThrow({ where: { id: holder.producerId } })
  return { ...holder, own: await aProducerMember(producer) }
}

test('officers and the producer hear 60, 30 and 7 days before, and on the day, once each', async () => {
  const { officer, own } = await aPaperThatEnds(61)
  for (let day = 0; day <= 64; day++) await remindOfExpiry(db, onDay(day))
  const heard = await told()
  const of = (who: { membershipId: string }) =>
    heard
      .filter((one) => one.membershipId === who.membershipId)
      .map(({ kind, occasion }) => `${kind} ${occasion}`)
  const all = [
    'certificate.expiring 60',
    'certificate.expiring 30',
    'certificate.expiring 7',
    'certificate.expired 0',
  ]
  expect(of(officer)).toEqual(all)
  expect(of(own)).toEqual(all)
  expect(await db.certificateReminder.count()).toBe(4)
  expect(await jobs()).toContain('product.changed')
})

test('ten runs at once tell it once', async () => {
  const { officer } = await aPaperThatEnds(30)
  await Promise.all(Array.from({ length: 10 }, () => remindOfExpiry(db, now)))
  expect((await told()).filter((one) => one.membershipId === officer.membershipId)).toHaveLength(1)
  expect(await db.certificateReminder.count()).toBe(1)
})

test('who sends a paper that ends in five days hears of it once, not of the days that are past', async () => {
  const { officer } = await aPaperThatEnds(5)
  await remindOfExpiry(db, now)
  await remindOfExpiry(db, onDay(1))
  expect(await told()).toEqual(
    expect.arrayContaining([
      { kind: 'certificate.expiring', membershipId: officer.membershipId, occasion: '7' },
    ]),
  )
  expect((await told()).filter((one) => one.membershipId === officer.membershipId)).toHaveLength(1)
})

test('a worker that was away for two days says what ended; of what ended long ago it is silent', async () => {
  await aPaperThatEnds(-2)
  const long = await aVariant()
  await aCertificate(long, 'pirt', addDays(today, -40))
  await remindOfExpiry(db, now)
  expect(await db.certificateReminder.count()).toBe(1)
})

test('it is another day in Batu from five in the afternoon UTC on', async () => {
  await aPaperThatEnds(60)
  await remindOfExpiry(db, new Date('2026-11-23T16:59:59Z'))
  expect(await db.certificateReminder.count()).toBe(0)
  await remindOfExpiry(db, new Date('2026-11-23T17:00:00Z'))
  expect(await db.certificateReminder.count()).toBe(1)
})

test('of what was replaced, rejected, archived or is of a member who left nobody hears', async () => {
  await theLaw()
  const { officer, productId, producerId } = await aHolder()
  const organic = { kind: 'organik', number: 'ORG 123', expiresOn: addDays(today, 20) } as const
  await reject(await anOperator(), await send(officer, { productId }, organic))
  await send(officer, { producerId }, organic)
  await send(officer, { producerId }, { ...organic, expiresOn: addDays(today, 400) })
  const archived = await aVariant()
  await aCertificate(archived, 'nkv', addDays(today, 20))
  await db.product.update({ where: { id: archived.productId }, data: { status: 'archived' } })
  const left = await aVariant()
  await aCertificate(left, 'nkv', addDays(today, 20))
  await db.producer.update({ where: { id: left.product.producerId }, data: { leftAt: now } })
  await remindOfExpiry(db, now)
  expect(await db.certificateReminder.count()).toBe(0)
})

test('the days are settings: a day that a later row sets is taken from its day on', async () => {
  await aPaperThatEnds(45)
  await db.datedSetting.create({
    data: { key: 'certificate.remind.2', effectiveFrom: toDate('2026-11-25'), value: 45n, source: 'contoh' },
  })
  await remindOfExpiry(db, now)
  expect((await db.certificateReminder.findMany()).map(({ daysBefore }) => daysBefore)).toEqual([60])
  await remindOfExpiry(db, onDay(1))
  expect((await db.certificateReminder.findMany()).map(({ daysBefore }) => daysBefore).toSorted()).toEqual([
    45, 60,
  ])
})

test('more papers than one batch are all told of', async () => {
  await theLaw()
  const { variant } = await aHolder()
  await db.certificate.createMany({
    data: Array.from({ length: 230 }, (_, i) => ({
      id: `cer_${String(i).padStart(3, '0')}`,
      cooperativeId: variant.cooperativeId,
      productId: variant.productId,
      kind: 'halal' as const,
      number: 'contoh',
      expiresOn: toDate(addDays(today, 25)),
      replacedAt: now,
    })),
  })
  await db.$executeRaw`drop index one_certificate_of_a_kind`
  try {
    await db.certificate.updateMany({ data: { replacedAt: null } })
    await remindOfExpiry(db, now)
    expect(await db.certificateReminder.count()).toBe(230)
  } finally {
    await db.certificate.deleteMany()
    await db.$executeRaw`create unique index one_certificate_of_a_kind on certificates (product_id, kind) where replaced_at is null`
  }
})
