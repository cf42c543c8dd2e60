import { certificateName } from '#app/domain/catalogue/readiness.ts'
import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import { storage } from '#app/platform/storage.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { text } from '../packshots/lettering.ts'
import { officerOf } from './actors.ts'
import { papers } from './batu/papers.ts'
import { people } from './batu/people.ts'
import { cooperativeOf } from './batu/places.ts'
import { producers } from './batu/producers.ts'
import { producerId, productId } from './catalogue.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { membershipId, organisationId } from './organisations.ts'

type SeedPaper = (typeof papers)[number]

const nameOf = ({ of }: SeedPaper): string => ('product' in of ? of.product : of.producer)
const makerOf = (paper: SeedPaper): string =>
  producers.find(({ products }) => nameOf(paper) in products)?.name ?? nameOf(paper)
const idOfPaper = (paper: SeedPaper): string => idOf('certificate', nameOf(paper), paper.kind)
const keyOf = (paper: SeedPaper): string => `private/certificates/${idOfPaper(paper)}-contoh.jpeg`

/** Draws every sample paper and keeps it as if it had been photographed. Gives their sizes by key. */
export async function storePapers(): Promise<Map<string, number>> {
  const { default: sharp } = await import('sharp')
  const sizes = new Map<string, number>()
  for (const paper of papers) {
    const bytes = await sharp(Buffer.from(drawingOf(paper)), { density: 150 })
      .jpeg({ quality: 80 })
      .toBuffer()
    await storage().put(keyOf(paper), bytes, 'image/jpeg')
    sizes.set(keyOf(paper), bytes.length)
  }
  return sizes
}

/** A sheet that nobody can take for a real one. */
function drawingOf(paper: SeedPaper): string {
  const ink = '#162521'
  const rows = Array.from(
    { length: 9 },
    (_, i) =>
      `<rect x="30" y="${150 + i * 11}" width="${i % 3 === 2 ? 90 : 150}" height="3" fill="#d4d8ce"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
    <rect width="210" height="297" fill="#fdfefb"/>
    <rect x="12" y="12" width="186" height="273" fill="none" stroke="#727e74" stroke-width="0.8"/>
    ${text('CONTOH', 105, 60, 34, '#a7262b', { anchor: 0.5 })}
    ${text('bukan bukti, tidak berlaku', 105, 74, 8, ink, { weight: 500, anchor: 0.5 })}
    ${text(certificateName(paper.kind), 105, 110, 16, ink, { anchor: 0.5 })}
    ${text(nameOf(paper), 105, 128, 9, ink, { weight: 500, anchor: 0.5 })}
    ${rows.join('')}
  </svg>`
}

/** Writes the papers: those of goods take the place of the bare samples that are there, those of producers are new. */
export async function writePapers(tx: Db, sizes: Map<string, number>, today: Day): Promise<void> {
  for (const paper of papers) {
    const { kind, village, of } = paper
    const row = { ...columnsOf(paper, today), fileBytes: sizes.get(keyOf(paper)) ?? 1 }
    if ('product' in of) {
      await tx.certificate.update({
        where: { id: idOfPaper(paper), productId: productId(of.product) },
        data: row,
      })
      continue
    }
    await tx.certificate.create({
      data: {
        id: idOfPaper(paper),
        cooperativeId: organisationId(cooperativeOf(village).slug),
        producerId: producerId(of.producer),
        kind,
        number: 'contoh',
        isSample: true,
        ...row,
      },
    })
  }
}

function columnsOf(paper: SeedPaper, today: Day) {
  const { village, is, sentHours, endsInDays, reason = '' } = paper
  const sentAt = new Date(at(today, 9).getTime() - sentHours * 3_600_000)
  return {
    holderName: makerOf(paper),
    expiresOn: endsInDays === undefined ? null : toDate(addDays(today, endsInDays)),
    fileKey: keyOf(paper),
    fileType: 'image/jpeg',
    sentBy: officerOf(cooperativeOf(village).slug).membershipId,
    createdAt: sentAt,
    status: is === 'waiting' ? ('attested' as const) : is,
    ...(is !== 'waiting' && {
      decidedBy: operatorMembership(),
      decidedAt: new Date(sentAt.getTime() + 7 * 3_600_000),
      reason,
    }),
  }
}

function operatorMembership(): string {
  const operator = people.find((person) => person.for.some(([, role]) => role === 'operator'))
  if (!operator?.email) throw new Error('Nobody runs the platform')
  return membershipId(operator.email, 'rak-lokal')
}
