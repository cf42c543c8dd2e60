// A product with its officer, and papers to be sent for it; what a test says takes the place of what is usual.
import sharp from 'sharp'
import type { Operator } from '#app/domain/access/actors.ts'
import { addCertificate } from '#app/domain/certificates/add-certificate.server.ts'
import { decideCertificate } from '#app/domain/certificates/decide-certificate.server.ts'
import type { Holder } from '#app/domain/certificates/holder.server.ts'
import type { AddCertificate } from '#app/domain/certificates/rules.ts'
import type { Keeper } from '#app/domain/producers/scope.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { anOfficer, aVariant } from './make.ts'

export const now = new Date('2026-11-24T03:00:00Z')

/** A photo of a paper, as a phone sends it. */
export const aPhotoOfPaper = (background = '#eee') =>
  sharp({ create: { width: 60, height: 80, channels: 3, background } })
    .jpeg()
    .toBuffer()

export const aPdf = (body = '') => Buffer.from(`%PDF-1.7\n${body}\nxref\ntrailer\n%%EOF\n`, 'latin1')

/** A published product, its producer, and an officer of its cooperative. */
export async function aHolder() {
  const officer = await anOfficer()
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const variant = await aVariant({ cooperative })
  const { id: productId, producerId } = variant.product
  return { officer, cooperative, variant, productId, producerId }
}

/** What is typed of a P-IRT that ends with 2030. */
export const aPirt = (over: Partial<AddCertificate> = {}): AddCertificate => ({
  certificateId: newId('certificate'),
  kind: 'pirt',
  number: '2153579010207-30',
  holderName: 'Kelompok Tani Makmur',
  ...over,
})

export async function send(
  keeper: Keeper,
  holder: Holder,
  typed: Partial<AddCertificate> = {},
  paper?: Buffer,
  at = now,
): Promise<string> {
  const input = { ...aPirt(typed), holder }
  return (await addCertificate(db, keeper, input, paper ?? (await aPhotoOfPaper()), at)).id
}

export const verify = (operator: Operator, certificateId: string, at = now) =>
  decideCertificate(db, operator, { certificateId, decision: 'verified', reason: '' }, at)
export const reject = (operator: Operator, certificateId: string, reason = 'Fotonya buram', at = now) =>
  decideCertificate(db, operator, { certificateId, decision: 'rejected', reason }, at)

export const readPaper = (id: string) => db.certificate.findUniqueOrThrow({ where: { id } })
