import { inflateSync } from 'node:zlib'
import type { Message } from '#app/messages/say.ts'
import { Refusal } from './refusal.ts'

export type DocumentType = 'application/pdf' | 'image/jpeg'
export type ReadDocument = { type: DocumentType; bytes: Buffer }

export const mostMegabytes = 10
const mostBytes = mostMegabytes * 1024 * 1024
const limits = { limitInputPixels: 50_000_000, failOn: 'error' } as const

/**
 * A document that somebody sends as proof, as it may be kept and shown: a PDF without anything that acts, or a photo
 * that was drawn anew, upright, without its metadata. The type is what the bytes are, whatever their name says.
 *
 * @throws Refusal `invalid`, at `field`, with what to do instead. Nothing is written.
 */
export async function readDocument(bytes: Buffer, field = 'file'): Promise<ReadDocument> {
  const refuse = (message: Message) => new Refusal('invalid', message, { [field]: message })
  if (bytes.length === 0) throw refuse({ key: 'document.missing' })
  if (bytes.length > mostBytes)
    throw refuse({
      key: 'document.too_large',
      size: Math.ceil(bytes.length / 1_048_576),
      most: mostMegabytes,
    })
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const problem = problemOfPdf(bytes)
    if (problem) throw refuse({ key: problem })
    return { type: 'application/pdf', bytes }
  }
  const image = await redraw(bytes)
  if (typeof image === 'string') throw refuse({ key: image })
  return { type: 'image/jpeg', bytes: image }
}

// Only what the picture itself does wrong is its fault: what else goes wrong ends as an error.
async function redraw(bytes: Buffer) {
  const { default: sharp } = await import('sharp') // 20 MB, for the few requests that need it
  try {
    const { format, width, height } = await sharp(bytes, { ...limits, limitInputPixels: false }).metadata()
    if (!['jpeg', 'png', 'webp', 'heif'].includes(format)) return 'document.wrong_type'
    if (width * height > limits.limitInputPixels) return 'document.too_many_pixels'
    // 2,400 px keep the small print of an A4 sheet legible.
    return await sharp(bytes, limits)
      .rotate()
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    return looksLikePicture(bytes) ? 'document.unreadable' : 'document.wrong_type'
  }
}

const looksLikePicture = (bytes: Buffer): boolean =>
  /^(\xff\xd8|.PNG)/s.test(bytes.subarray(0, 4).toString('latin1'))

type PdfProblem = 'document.unreadable' | 'document.locked' | 'document.active'

// What a reader would run, start or unpack. Forms that only show text are left alone.
const acts =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|Movie|GoToE)(?![A-Za-z0-9])/

function problemOfPdf(bytes: Buffer): PdfProblem | undefined {
  const text = bytes.toString('latin1')
  // What follows the end is another file, hidden behind this one.
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || bytes.length - end > 1024) return 'document.unreadable'
  const outside = plainNames(text)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(outside)) return 'document.locked'
  if (acts.test(outside)) return 'document.active'
  // Packed objects are looked for by their name as it is written; who writes it otherwise hides them.
  if (packs(outside) !== packs(text)) return 'document.unreadable'
  const packed = packedObjects(text)
  if (packed === undefined) return 'document.unreadable'
  return acts.test(plainNames(packed)) ? 'document.active' : undefined
}

const packs = (text: string): number => text.match(/\/ObjStm(?![A-Za-z0-9])/g)?.length ?? 0

// A name may be written with the numbers of its letters: /J#61vaScript.
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const mostUnpacked = 32 * 1024 * 1024

/** What stands in compressed object streams, where names hide from a search. Undefined when it unpacks to too much. */
function packedObjects(text: string): string | undefined {
  const found: string[] = []
  let left = mostUnpacked
  for (const { index } of text.matchAll(/\/ObjStm(?![A-Za-z0-9])/g)) {
    const begin = text.indexOf('stream', index)
    const start = begin < 0 ? -1 : begin + (text.startsWith('\r\n', begin + 6) ? 8 : 7)
    const finish = start < 0 ? -1 : text.indexOf('endstream', start)
    if (finish < 0) return undefined
    const body = Buffer.from(text.slice(start, finish), 'latin1')
    try {
      const unpacked = inflateSync(body, { maxOutputLength: left, finishFlush: 2 })
      left -= unpacked.length
      found.push(unpacked.toString('latin1'))
    } catch {
      return undefined
    }
    if (left <= 0) return undefined
  }
  return found.join('\n')
}
