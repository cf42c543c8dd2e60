// Photos in pieces against the web server as it is: what a phone on a bad line meets.
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pieceBytes } from '#app/domain/photo-uploads/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import * as photoUpload from '#app/routes/cooperative/photo-upload.ts'
import * as photoUploads from '#app/routes/cooperative/photo-uploads.ts'
import { cookieOf } from '#tests/support/ask.ts'
import { anOfficer } from '#tests/support/make.ts'
import { aColleagueOf } from '#tests/support/proposals.ts'
import { served } from './served.ts'

const here = '/koperasi/foto/kiriman'
const sha256 = (bytes: Buffer, as: 'hex' | 'base64') => createHash('sha256').update(bytes).digest(as)

async function aPicture() {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 900, height: 900, channels: 3, background: '#a52', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

async function aPhone() {
  const { ask, origin } = await served({ [here]: photoUploads, [`${here}/:id`]: photoUpload })
  const officer = await anOfficer()
  const asking = async (who: { personId: string; membershipId: string }) => {
    const cookie = await cookieOf(who)
    return (method: string, path: string, body?: Buffer, headers: Record<string, string> = {}) => {
      const length: Record<string, string> = body ? { 'content-length': String(body.length) } : {}
      return ask({
        method,
        path,
        body,
        headers: { cookie, origin, host: new URL(origin).host, ...length, ...headers },
      })
    }
  }
  return { officer, asking, phone: await asking(officer) }
}
type Phone = Awaited<ReturnType<typeof aPhone>>['phone']

const begin = (phone: Phone, membershipId: string, uploadId: string, bytes: Buffer) => {
  const fields = { membershipId, uploadId, size: String(bytes.length), digest: sha256(bytes, 'hex') }
  const body = Buffer.from(new URLSearchParams(fields).toString())
  return phone('POST', here, body, { 'content-type': 'application/x-www-form-urlencoded' })
}
const send = (phone: Phone, uploadId: string, offset: number, piece: Buffer, claimed = piece) =>
  phone('PATCH', `${here}/${uploadId}`, piece, {
    'upload-offset': String(offset),
    'upload-checksum': `sha256 ${sha256(claimed, 'base64')}`,
  })

test('a photo broken off in a piece goes on from where it stood', async () => {
  const { officer, phone } = await aPhone()
  const bytes = await aPicture()
  const uploadId = newId('upload')
  expect(await begin(phone, officer.membershipId, uploadId, bytes)).toMatchObject({ status: 201 })
  expect((await send(phone, uploadId, 0, bytes.subarray(0, pieceBytes))).status).toBe(204)
  // Changed on the way, and longer than it says: neither is taken.
  const second = bytes.subarray(pieceBytes, 2 * pieceBytes)
  expect((await send(phone, uploadId, pieceBytes, Buffer.alloc(second.length), second)).status).toBe(460)
  expect(
    (await send(phone, uploadId, pieceBytes, bytes.subarray(pieceBytes, 2 * pieceBytes + 1))).status,
  ).toBe(422)
  // The connection breaks, and the phone asks where it stands.
  const stands = await phone('HEAD', `${here}/${uploadId}`)
  expect([stands.status, stands.headers['upload-offset']]).toEqual([200, String(pieceBytes)])
  const early = await send(phone, uploadId, 0, bytes.subarray(0, pieceBytes))
  expect([early.status, early.headers['upload-offset']]).toEqual([409, String(pieceBytes)])
  let last = stands
  for (let offset = pieceBytes; offset < bytes.length; offset += pieceBytes)
    last = await send(phone, uploadId, offset, bytes.subarray(offset, offset + pieceBytes))
  const photo = JSON.parse(String(last.body))
  expect(photo).toEqual({ id: expect.stringMatching(/^pic_/), hash: sha256(bytes, 'hex').slice(0, 32) })
  // The last answer was lost: an empty piece at the end asks again.
  const again = await send(phone, uploadId, bytes.length, Buffer.alloc(0))
  expect(JSON.parse(String(again.body))).toEqual(photo)
  expect(await db.photo.count()).toBe(1)
})

test("pieces of somebody else's photo are not there, to a colleague and to another cooperative", async () => {
  const { officer, phone, asking } = await aPhone()
  const bytes = await aPicture()
  const uploadId = newId('upload')
  await begin(phone, officer.membershipId, uploadId, bytes)
  for (const other of [await aColleagueOf(officer), await anOfficer()]) {
    const theirs = await asking(other)
    const { status } = await send(theirs, uploadId, 0, bytes.subarray(0, 1000))
    expect([status, (await theirs('HEAD', `${here}/${uploadId}`)).status]).toEqual([404, 404])
    expect((await begin(theirs, other.membershipId, uploadId, bytes)).status).toBe(404)
    await theirs('DELETE', `${here}/${uploadId}`, Buffer.from('-'))
  }
  expect((await begin(phone, 'mbr_of_another_tab', newId('upload'), bytes)).status).toBe(409)
  expect((await phone('HEAD', `${here}/${uploadId}`)).headers['upload-offset']).toBe('0')
  expect((await phone('DELETE', `${here}/${uploadId}`, Buffer.from('-'))).status).toBe(204)
  expect((await phone('HEAD', `${here}/${uploadId}`)).status).toBe(404)
})

test('who is not signed in is sent to do so, and nothing is begun', async () => {
  const { ask, origin } = await served({ [here]: photoUploads })
  const body = Buffer.from('size=1')
  const headers = { origin, host: new URL(origin).host, 'content-length': '6' }
  const { status } = await ask({ method: 'POST', path: here, body, headers })
  expect([302, 202, 401]).toContain(status)
  expect(await db.photoUpload.count()).toBe(0)
})
