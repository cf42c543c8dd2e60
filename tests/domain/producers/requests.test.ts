import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { escalate } from '#app/domain/notices/escalate.server.ts'
import { removePhotoFiles } from '#app/domain/photos/remove-photo-files.server.ts'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { answerRequest } from '#app/domain/producers/answer-request.server.ts'
import { askCorrection } from '#app/domain/producers/ask-correction.server.ts'
import { askErasure } from '#app/domain/producers/ask-erasure.server.ts'
import {
  listOpenRequests,
  listRequestsForOperator,
  requireRequest,
} from '#app/domain/producers/request-queries.server.ts'
import { type AskCorrection, askCorrectionForm, type Correctable } from '#app/domain/producers/rules.ts'
import { openFor } from '#app/domain/producers/secrets.server.ts'
import { showPhotos } from '#app/domain/producers/show-photos.server.ts'
import { takeBack } from '#app/domain/producers/take-back.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db, pool } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aBuyer, anOfficer, anOperator, jobs, reasonsOf } from '#tests/support/make.ts'
import { mediaDir } from '#tests/support/media.ts'
import {
  account,
  actsOf,
  aMember,
  aProducerMember,
  change,
  later,
  nik,
  now,
  readRecord,
} from '#tests/support/members.ts'
import { aPlacedOrder } from '#tests/support/orders.ts'
import { aColleagueOf } from '#tests/support/proposals.ts'
import { theLaw } from '#tests/support/readiness.ts'

const picture = () =>
  sharp({ create: { width: 40, height: 60, channels: 3, background: '#3c3' } })
    .jpeg()
    .toBuffer()

async function aScene(officer?: CooperativeMember) {
  await db.datedSetting.createMany({
    data: { key: 'pdp.answer_hours', effectiveFrom: toDate('2022-10-17'), value: 72n, source: 'UU 27/2022' },
    skipDuplicates: true,
  })
  const member = await aMember({ ...(officer && { officer }) })
  const producer = await db.producer.findUniqueOrThrow({ where: { id: member.producerId } })
  return { ...member, own: await aProducerMember(producer) }
}
const correction = (field: Correctable, newValue: string): AskCorrection => ({
  requestId: newId('request'),
  field,
  newValue,
  note: '',
})
const answer = (
  who: Parameters<typeof answerRequest>[1],
  requestId: string,
  to: 'done' | 'refused' = 'done',
  reason = '',
  at = later(1),
) => answerRequest(db, who, { requestId, answer: to, reason }, at)
const readRequest = (id: string) => db.producerRequest.findUniqueOrThrow({ where: { id } })

test('a corrected NIK is sealed while it waits, with a deadline of the law, and kept once an officer agrees', async () => {
  const { officer, producerId, own } = await aScene()
  const asked = correction('nik', nik)
  await askCorrection(db, own, asked, now)
  await askCorrection(db, own, asked, later(1))
  const waiting = await readRequest(asked.requestId)
  expect(waiting).toMatchObject({ status: 'open', askedBy: own.personId, answerBy: later(72) })
  const { rows } = await pool.query('select r::text as text from producer_requests r')
  expect(rows).toHaveLength(1)
  expect(rows[0].text).not.toContain(nik)
  expect((await requireRequest(db, officer, asked.requestId, now)).proposed).toBe('3579 •••• •••• ••••')
  expect((await readRecord(producerId)).nikSealed).toBeNull()

  await answer(officer, asked.requestId)
  await answer(officer, asked.requestId)
  const record = await readRecord(producerId)
  expect(openFor(producerId, 'nik', record.nikSealed ?? '')).toBe(nik)
  expect(await readRequest(asked.requestId)).toMatchObject({
    status: 'done',
    valueSealed: null,
    answeredBy: officer.personId,
  })
  expect(await actsOf(producerId)).toEqual([
    'registered',
    'consented',
    'correction_asked nik',
    'correction_done nik',
    'changed nik',
  ])
})

test('every field that may be corrected is, and leaves the others as they were', async () => {
  const { officer, producerId, own } = await aScene()
  await change(officer, producerId, {
    nik,
    account,
    bank: 'Bank Contoh',
    accountHolder: 'Ibu',
    nib: '1112210007923',
  })
  const before = await readRecord(producerId)
  const values: Partial<Record<Correctable, string>> = {
    name: 'Kelompok Baru',
    ownerName: 'Ibu Baru',
    nib: '2212210007924',
    npwp: '0013121660091000',
    bank: 'Bank Lain',
    account: '99887766554',
    accountHolder: 'Ibu Baru',
  }
  for (const [field, value] of Object.entries(values)) {
    const asked = correction(field as Correctable, value)
    await askCorrection(db, own, asked, now)
    await answer(officer, asked.requestId)
  }
  const after = await readRecord(producerId)
  expect(after).toMatchObject({
    ownerName: 'Ibu Baru',
    nib: '2212210007924',
    bank: 'Bank Lain',
    accountEnd: '554',
  })
  expect(after.nikSealed).toBe(before.nikSealed)
  expect((await db.producer.findUniqueOrThrow({ where: { id: producerId } })).name).toBe('Kelompok Baru')
})

test('a correction that does not fit is a refusal with the reason, and goes on waiting', async () => {
  const { officer, producerId, own } = await aScene()
  const other = await aMember({ officer, name: 'Yang punya NIK' })
  await change(officer, other.producerId, { nik })
  const [taken, half] = [correction('nik', nik), correction('bank', 'Bank Contoh')]
  await askCorrection(db, own, taken, now)
  await askCorrection(db, own, half, now)
  await expect(answer(officer, taken.requestId)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'nik.taken' },
  })
  await expect(answer(officer, half.requestId)).rejects.toMatchObject({ kind: 'conflict' })
  expect((await readRequest(taken.requestId)).status).toBe('open')
  expect((await readRecord(producerId)).bank).toBeNull()
  await answer(officer, taken.requestId, 'refused', 'NIK ini milik orang lain.')
  expect(await readRequest(taken.requestId)).toMatchObject({
    status: 'refused',
    reason: 'NIK ini milik orang lain.',
  })
})

test('one correction of a field waits at a time; ten at once are one', async () => {
  const { own } = await aScene()
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => askCorrection(db, own, correction('nik', nik), now)),
  )
  expect(reasonsOf(tries)).toEqual(Array.from({ length: 9 }, () => 'conflict request.waits'))
})

test('a value is read as its field is written, and what is wrong is said without repeating it', () => {
  const form = (field: string, newValue: string) =>
    askCorrectionForm.safeParse({ requestId: newId('request'), field, newValue })
  expect(form('nik', '3579 0141 0190 9999').data?.newValue).toBe(nik)
  const refused = form('nik', '3579014101')
  expect(refused.error?.issues).toMatchObject([{ path: ['newValue'], message: 'nik.short', count: 10 }])
  expect(JSON.stringify(refused.error?.issues)).not.toContain('3579014101')
  expect(form('password', 'x').success).toBe(false)
})

test('nobody answers their own, a refusal has a reason, and what was answered stays so', async () => {
  const { officer, producerId } = await aScene()
  const colleague = await aColleagueOf(officer, 'manager')
  const requestId = newId('request')
  await askErasure(db, officer, { requestId, producerId, note: 'atas permintaan lisan' }, now)
  await expect(answer(officer, requestId)).rejects.toMatchObject({
    kind: 'forbidden',
    said: { key: 'request.own' },
  })
  await expect(answer(colleague, requestId, 'refused')).rejects.toMatchObject({
    kind: 'invalid',
    fields: { reason: { key: 'request.reason_missing' } },
  })
  await answer(colleague, requestId, 'refused', 'Masih ada pesanan.')
  await expect(answer(colleague, requestId, 'done')).rejects.toMatchObject({
    said: { key: 'request.answered' },
  })
  expect(await actsOf(producerId)).toEqual(['registered', 'consented', 'erasure_asked', 'erasure_refused'])
})

test('an officer who is the member too does not answer what they asked as the member', async () => {
  const { officer, producerId } = await aScene()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const asMember = await aProducerMember(producer, officer.personId)
  const asked = correction('nik', nik)
  await askCorrection(db, asMember, asked, now)
  await expect(answer(officer, asked.requestId)).rejects.toMatchObject({ said: { key: 'request.own' } })
  expect(await listOpenRequests(db, officer)).toEqual([])
})

test('the operator answers what is late or has nobody else, and before that it is not there', async () => {
  const { officer, own } = await aScene()
  const operator = await anOperator()
  const asked = correction('ownerName', 'Ibu Baru')
  await askCorrection(db, own, asked, now)
  await expect(answer(operator, asked.requestId)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await listRequestsForOperator(db, operator, later(71))).toEqual([])
  expect(await listRequestsForOperator(db, operator, later(73))).toMatchObject([{ id: asked.requestId }])
  expect(await listOpenRequests(db, officer)).toMatchObject([{ id: asked.requestId }])
  await answer(operator, asked.requestId, 'done', '', later(73))
  const requestId = newId('request')
  await askErasure(db, officer, { requestId, producerId: own.producerId, note: '' }, now)
  expect(await listRequestsForOperator(db, operator, now)).toMatchObject([{ id: requestId }])
})

test('what nobody of the cooperative answered in a day is passed on to the operator, who finds and answers it', async () => {
  const { own } = await aScene()
  await theLaw()
  const operator = await anOperator()
  const { requestId, ...asked } = correction('ownerName', 'Ibu Baru')
  await askCorrection(db, own, { requestId, ...asked }, now)
  await escalate(db, later(25))
  expect(await listRequestsForOperator(db, operator, later(25))).toMatchObject([{ id: requestId }])
  expect(await requireRequest(db, operator, requestId, later(25))).toMatchObject({ status: 'open' })
  await answer(operator, requestId, 'done', '', later(26))
  expect(await listRequestsForOperator(db, operator, later(26))).toEqual([])
})

test('erased: nothing personal is left in any table, the goods go, the books and the trail stay', async () => {
  const officer = await anOfficer()
  const { variant } = await aPlacedOrder()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: variant.cooperativeId } })
  const keeper = { ...officer, ...(await anOfficer({ organisation: cooperative })) }
  await aScene()
  const { producerId } = variant.product
  await change(keeper, producerId, {
    nik,
    account,
    bank: 'Bank Contoh',
    accountHolder: 'Ibu Rahasia',
    ownerName: 'Ibu Rahasia',
    name: 'Usaha Ibu Rahasia',
    story: 'Rahasia dapur',
    consent: true,
    consentWay: 'paper',
  })
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const own = await aProducerMember(producer)
  await db.person.update({
    where: { id: own.personId },
    data: { name: 'Ibu Rahasia', phone: '+6281999000111' },
  })
  const photo = await storePhoto(db, keeper, await picture())
  const ofGoods = await db.product.findFirstOrThrow({ where: { producerId } })
  const photos = [photo.id, ofGoods.photoId].map((id) => ({ id, alt: 'Bu Rahasia' }))
  await showPhotos(db, keeper, { producerId, photos, was: '' }, now)
  await db.$executeRaw`insert into search_vocabulary values ('rahasia'), ('usaha')`
  const refused = correction('ownerName', 'Ibu Rahasia')
  await askCorrection(db, own, refused, now)
  await answer(keeper, refused.requestId, 'refused', 'Bukan Ibu Rahasia.')
  const asAnswerer = await aProducerMember(producer, keeper.personId)
  const ofAnswerer = correction('nik', nik)
  await askCorrection(db, asAnswerer, ofAnswerer, now)
  const waiting = correction('ownerName', 'Ibu Rahasia')
  await askCorrection(db, own, waiting, now)
  const requestId = newId('request')
  await askErasure(db, own, { requestId, producerId, note: 'kata Ibu Rahasia' }, now)
  await expect(answer(keeper, requestId)).rejects.toMatchObject({
    kind: 'conflict',
    said: { key: 'erase.ordered', count: 1 },
  })
  await db.purchaseOrderLine.updateMany({ data: { status: 'accepted', deliverOn: toDate('2026-11-01') } })
  await answer(keeper, requestId)

  const { rows: tables } = await pool.query(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  for (const { name } of tables) {
    const { rows } = await pool.query(`select t::text as text from ${name} t`)
    for (const secret of ['Rahasia', 'rahasia', nik, account, '+6281999000111'])
      expect(
        rows.filter(({ text }) => text.includes(secret)),
        `${secret} in ${name}`,
      ).toEqual([])
  }
  expect(await readRecord(producerId)).toMatchObject({ ownerName: '', nikSealed: null, erasedAt: later(1) })
  expect(await db.product.findFirstOrThrow({ where: { producerId } })).toMatchObject({ status: 'archived' })
  expect(await db.productMove.findFirst({ where: { productId: ofGoods.id } })).toMatchObject({
    fromStatus: 'published',
    toStatus: 'archived',
    reason: 'Data pembuatnya dihapus.',
  })
  expect(await db.purchaseOrderLine.count()).toBe(1)
  expect(await db.producerRequest.count({ where: { valueSealed: { not: null } } })).toBe(0)
  expect(await db.producerRequest.findUnique({ where: { id: ofAnswerer.requestId } })).toBeNull()
  expect(await readRequest(waiting.requestId)).toMatchObject({
    status: 'refused',
    reason: 'Data anggota sudah dihapus.',
  })
  expect(await db.photo.findMany({ where: { id: { in: [photo.id, ofGoods.photoId] } } })).toMatchObject([
    { id: ofGoods.photoId },
  ])
  expect(await jobs()).toContain('photo.forgotten')
  const file = path.join(mediaDir(), `${photo.hash}-640.jpeg`)
  expect(existsSync(file)).toBe(true)
  await removePhotoFiles(db, { hash: photo.hash })
  await removePhotoFiles(db, { hash: photo.hash })
  expect(existsSync(file)).toBe(false)
  expect(await actsOf(producerId)).toContain('erasure_done')
  expect(await db.producerConsent.count({ where: { producerId, withdrawnAt: null } })).toBe(0)
  await expect(
    askErasure(db, keeper, { requestId: newId('request'), producerId, note: '' }, now),
  ).rejects.toMatchObject({ said: { key: 'erase.done_already' } })
})

test('whoever acted for somebody else before, or had the account before, keeps it when a member is erased', async () => {
  const { officer, producerId } = await aScene()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const buyer = await aBuyer()
  await db.membership.updateMany({ where: { personId: buyer.personId }, data: { endedAt: now } })
  await aProducerMember(producer, buyer.personId)
  const guest = await aProducerMember(producer)
  const invited = { invitedName: 'Bu Tamu', invitedContact: '+6281999000222' }
  await db.membership.update({ where: { id: guest.membershipId }, data: { ...invited, hadAccount: true } })
  const requestId = newId('request')
  await askErasure(db, guest, { requestId, producerId, note: '' }, now)
  await answer(officer, requestId)
  for (const { personId, personName } of [buyer, guest])
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ name: personName })
  const ended = { producerId, invitedName: null, invitedContact: null, endedAt: later(1) }
  expect([
    await db.membership.count({ where: ended }),
    await db.membership.count({ where: { producerId } }),
  ]).toEqual([3, 3])
})

test('an erasure and a taking back at once: what is erased stays away', async () => {
  for (let n = 0; n < 5; n++) {
    const { officer, producerId, own } = await aScene()
    await db.producer.update({ where: { id: producerId }, data: { leftAt: now } })
    const requestId = newId('request')
    await askErasure(db, own, { requestId, producerId, note: '' }, now)
    const tries = await Promise.allSettled([
      answer(officer, requestId),
      takeBack(db, officer, { producerId }, later(1)),
    ])
    expect(reasonsOf(tries).filter((reason) => reason !== 'conflict leave.erased')).toEqual([])
    const { leftAt } = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
    expect(leftAt).not.toBeNull()
  }
})

test('whoever acts for somebody else too keeps the account when a member is erased', async () => {
  const { officer, producerId } = await aScene()
  const producer = await db.producer.findUniqueOrThrow({ where: { id: producerId } })
  const colleague = await aColleagueOf(officer)
  const own = await aProducerMember(producer, colleague.personId)
  const requestId = newId('request')
  await askErasure(db, own, { requestId, producerId, note: '' }, now)
  await answer(officer, requestId)
  const person = await db.person.findUniqueOrThrow({ where: { id: colleague.personId } })
  expect(person.name).toBe(colleague.personName)
  expect(await db.membership.count({ where: { personId: colleague.personId, endedAt: null } })).toBe(1)
})

test('wrong roles are refused; requests and members of others are not there', async () => {
  const { officer, producerId, own } = await aScene()
  const neighbour = await aMember({ officer, name: 'Tetangga' })
  const asked = correction('nik', nik)
  await askCorrection(db, own, asked, now)
  const erasure = { requestId: newId('request'), producerId, note: '' }
  const [buyer, stranger] = [await aBuyer(), await anOfficer()]
  await expect(askCorrection(db, officer as never, correction('nik', nik), now)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(askErasure(db, buyer as never, erasure, now)).rejects.toMatchObject({ kind: 'forbidden' })
  for (const wrong of [buyer, own])
    await expect(answer(wrong as never, asked.requestId)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(askErasure(db, stranger, erasure, now)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(
    askErasure(db, own, { ...erasure, producerId: neighbour.producerId }, now),
  ).rejects.toMatchObject({ kind: 'not_found' })
  for (const requestId of [asked.requestId, newId('request')]) {
    await expect(answer(stranger, requestId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(requireRequest(db, stranger, requestId, now)).rejects.toMatchObject({ kind: 'not_found' })
  }
})

test('without a setting in force nobody is promised an answer', async () => {
  const { own } = await aScene()
  await db.datedSetting.deleteMany()
  await expect(askCorrection(db, own, correction('nik', nik), now)).rejects.toThrow(
    'dated_settings has no pdp.answer_hours',
  )
})
