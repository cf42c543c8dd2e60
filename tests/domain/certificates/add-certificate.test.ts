import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { addCertificate } from '#app/domain/certificates/add-certificate.server.ts'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { addCertificateForm } from '#app/domain/certificates/rules.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { readStored, storage } from '#app/platform/storage.server.ts'
import { aBuyer, anOfficer, anOperator, aVariant, jobs } from '#tests/support/make.ts'
import { actsOf, aProducerMember } from '#tests/support/members.ts'
import {
  aHolder,
  aPdf,
  aPhotoOfPaper,
  aPirt,
  now,
  readPaper,
  reject,
  send,
  verify,
} from '#tests/support/papers.ts'

const kept = () => storage().list('private/certificates/')
beforeEach(async () => {
  for (const key of await kept()) await storage().remove(key)
})

test('a photo of a P-IRT is kept with the year its number tells, and waits to be looked at', async () => {
  const { officer, productId, producerId } = await aHolder()
  const id = await send(officer, { productId })
  expect(await readPaper(id)).toMatchObject({
    kind: 'pirt',
    number: '2153579010207-30',
    holderName: 'Kelompok Tani Makmur',
    expiresOn: toDate('2030-12-31'),
    status: 'attested',
    fileType: 'image/jpeg',
    sentBy: officer.membershipId,
    producerId: null,
    productId,
  })
  expect(await kept()).toHaveLength(1)
  expect(await actsOf(producerId)).toEqual(['paper_added pirt'])
  expect(await jobs()).toContain('product.changed')
})

test('the photo is drawn anew: what it said of where it was taken is gone', async () => {
  const { officer, productId } = await aHolder()
  const photo = await sharp(await aPhotoOfPaper())
    .withExif({ IFD3: { GPSLatitude: '7/1 52/1 0/1' } })
    .jpeg()
    .toBuffer()
  const { fileKey } = await readPaper(await send(officer, { productId }, {}, photo))
  const stored = await readStored(fileKey ?? '')
  expect((await sharp(stored ?? Buffer.alloc(0)).metadata()).exif).toBeUndefined()
})

test('a paper of a producer counts for all its goods, and its NIB and brand are of the producer', async () => {
  const { officer, producerId, productId } = await aHolder()
  await send(officer, { producerId }, { kind: 'halal', number: 'ID35110017058840424' })
  await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' }, aPdf())
  await send(officer, { producerId }, { kind: 'merek', number: 'IDM000123456' })
  const held = await db.$queryRaw`select kind::text from held_certificates where product_id = ${productId}`
  expect(held).toEqual([{ kind: 'halal' }])
  const { ofProducer } = await requirePapers(db, officer, { productId })
  expect(ofProducer.map(({ kind }) => kind).toSorted()).toEqual(['halal', 'merek', 'nib'])
  await expect(send(officer, { productId }, { kind: 'nib', number: '1112210007923' })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { kind: { key: 'certificate.not_for_goods' } },
  })
})

test('a renewal takes the place of what held, which stays as history', async () => {
  const { officer, productId } = await aHolder()
  const first = await send(officer, { productId })
  const second = await send(officer, { productId }, { number: '2153579010207-31' })
  expect((await readPaper(first)).replacedAt).toEqual(now)
  expect(await readPaper(second)).toMatchObject({ replaces: first, replacedAt: null })
  const papers = await requirePapers(db, officer, { productId })
  expect(papers.current.map(({ id }) => id)).toEqual([second])
  expect(papers.history.map(({ id }) => id)).toEqual([first])
})

test('sent twice it is one paper and one file, also at the same moment', async () => {
  const { officer, productId } = await aHolder()
  const typed = { ...aPirt(), holder: { productId } }
  const paper = await aPhotoOfPaper()
  const other = await aPhotoOfPaper('#222')
  await Promise.all([
    addCertificate(db, officer, typed, paper, now),
    addCertificate(db, officer, typed, paper, now),
    addCertificate(db, officer, typed, other, now),
  ])
  await addCertificate(db, officer, typed, other, now)
  expect(await db.certificate.count()).toBe(1)
  const { fileKey } = await readPaper(typed.certificateId)
  expect(await kept()).toEqual([fileKey])
})

test('twenty renewals at once leave one that holds', async () => {
  const { officer, productId } = await aHolder()
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => send(officer, { productId }, { number: `21535790102${10 + i}-30` })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(await db.certificate.count({ where: { replacedAt: null } })).toBe(1)
  expect(await db.certificate.count()).toBe(20)
})

test('what another cooperative holds is not there, nor is an id that somebody else has taken; nothing is stored', async () => {
  const { officer, productId, producerId } = await aHolder()
  const stranger = await anOfficer()
  const missing = { kind: 'not_found' }
  await expect(send(stranger, { productId })).rejects.toMatchObject(missing)
  await expect(send(stranger, { producerId })).rejects.toMatchObject(missing)
  await expect(send(officer, { productId: 'prd_none' })).rejects.toMatchObject(missing)
  expect(await kept()).toEqual([])
  const id = await send(officer, { productId })
  const theirs = await aHolder()
  await expect(
    send(theirs.officer, { productId: theirs.productId }, { certificateId: id }),
  ).rejects.toMatchObject(missing)
  expect(await kept()).toHaveLength(1)
})

/** The producer of a product, signed in for itself. */
async function anOwn(producerId: string) {
  return aProducerMember(await db.producer.findUniqueOrThrow({ where: { id: producerId } }))
}

test('a producer sends a paper for its goods and for itself, in its own name; the operator decides and it hears of it', async () => {
  const { productId, producerId } = await aHolder()
  const own = await anOwn(producerId)
  const id = await send(own, { productId })
  const nib = await send(own, { producerId }, { kind: 'nib', number: '1112210007923' }, aPdf())
  expect(await readPaper(id)).toMatchObject({ status: 'attested', sentBy: own.membershipId, productId })
  expect(await actsOf(producerId)).toEqual(['paper_added pirt', 'paper_added nib'])
  expect((await requirePapers(db, own, { productId })).current).toMatchObject([{ id }])
  const operator = await anOperator()
  await verify(operator, id)
  await reject(operator, nib)
  expect(await readPaper(id)).toMatchObject({ status: 'verified', decidedBy: operator.membershipId })
  const told = await db.notice.findMany({
    where: { membershipId: own.membershipId },
    select: { kind: true, aboutId: true },
    orderBy: { kind: 'asc' },
  })
  expect(told).toEqual([
    { kind: 'certificate.accepted', aboutId: id },
    { kind: 'certificate.refused', aboutId: nib },
  ])
})

test('for another member of the same cooperative, and of another one, a producer sends and sees nothing', async () => {
  const { officer, cooperative, productId, producerId } = await aHolder()
  const neighbour = (await aVariant({ cooperative })).product
  const stranger = await aHolder()
  const own = await anOwn(neighbour.producerId)
  for (const holder of [{ productId }, { producerId }, { productId: stranger.productId }]) {
    await expect(send(own, holder)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(requirePapers(db, own, holder)).rejects.toMatchObject({ kind: 'not_found' })
  }
  const taken = await send(officer, { productId })
  await expect(send(own, { productId: neighbour.id }, { certificateId: taken })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await db.certificate.count()).toBe(1)
  expect(await kept()).toHaveLength(1)
})

test('buyers and the operator add nothing', async () => {
  const { productId } = await aHolder()
  for (const who of [await aBuyer(), await anOperator()])
    await expect(send(who as never, { productId })).rejects.toMatchObject({ kind: 'forbidden' })
})

test('goods that were archived and producers who left take no papers', async () => {
  const { officer, productId, producerId } = await aHolder()
  await db.product.update({ where: { id: productId }, data: { status: 'archived' } })
  await db.producer.update({ where: { id: producerId }, data: { leftAt: now } })
  await expect(send(officer, { productId })).rejects.toMatchObject({ kind: 'not_found' })
  await expect(send(officer, { producerId })).rejects.toMatchObject({ kind: 'not_found' })
})

test.for([
  ['a day of issue that is to come', { issuedOn: '2026-11-25' }, 'issuedOn', 'certificate.issued_later'],
  [
    'a day that is over',
    { kind: 'organik', number: 'ORG 123', expiresOn: '2026-11-24' },
    'expiresOn',
    'certificate.is_over',
  ],
  ['a P-IRT whose number is over', { number: '2153579010207-25' }, 'number', 'certificate.is_over'],
  [
    'a day in another year than the number',
    { expiresOn: '2029-05-01' },
    'expiresOn',
    'certificate.other_year',
  ],
] as const)('%s is refused at its field', async ([, over, field, key]) => {
  const { officer, productId } = await aHolder()
  const tried = send(officer, { productId }, over)
  await expect(tried).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: { key } } })
  expect(await kept()).toEqual([])
})

test.for([
  ['nothing', Buffer.alloc(0), 'document.missing'],
  [
    'a page of a browser named as a PDF',
    Buffer.from('<!doctype html><script>1</script>'),
    'document.wrong_type',
  ],
  [
    'a drawing that can hold a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'document.wrong_type',
  ],
  ['a PDF with an archive behind it', Buffer.concat([aPdf(), Buffer.alloc(3000, 80)]), 'document.unreadable'],
  ['a PDF with a script', aPdf('<</S/JavaScript/JS(1)>>'), 'document.active'],
  ['a locked PDF', aPdf('<</Encrypt 3 0 R>>'), 'document.locked'],
] as const)('%s is refused as a paper, and nothing is stored', async ([, bytes, key]) => {
  const { officer, productId } = await aHolder()
  await expect(send(officer, { productId }, {}, bytes)).rejects.toMatchObject({
    kind: 'invalid',
    fields: { paper: { key } },
  })
  expect([await kept(), await db.certificate.count()]).toEqual([[], 0])
})

test('a photo of 60 megapixels is refused before it is unpacked', async () => {
  const { officer, productId } = await aHolder()
  const large = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  await expect(send(officer, { productId }, {}, large)).rejects.toMatchObject({
    fields: { paper: { key: 'document.too_many_pixels' } },
  })
})

test('a photo with an archive behind it is kept without the archive', async () => {
  const { officer, productId } = await aHolder()
  const polyglot = Buffer.concat([await aPhotoOfPaper(), Buffer.from('PK\u0003\u0004 secret <script>')])
  const { fileKey } = await readPaper(await send(officer, { productId }, {}, polyglot))
  expect((await readStored(fileKey ?? ''))?.toString('latin1')).not.toContain('secret')
})

test('the form says at the number what is wrong with it, by its kind', () => {
  const typed = { certificateId: 'cer_1', kind: 'halal', number: 'ID123' }
  const read = addCertificateForm.safeParse(typed)
  expect(read.error?.issues).toMatchObject([{ path: ['number'], message: 'halal.short', count: 3 }])
  expect(addCertificateForm.safeParse({ ...typed, kind: 'nib', number: '1112210007923' }).success).toBe(true)
  expect(addCertificateForm.safeParse({ ...typed, kind: 'surat' }).success).toBe(false)
})
