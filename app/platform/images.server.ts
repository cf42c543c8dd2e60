import { createHash } from 'node:crypto'
import type { Sharp, SharpConstructor } from 'sharp'
import { readStored, StorageError, storage } from './storage.server.ts'

export const widths = [320, 640, 1280] as const
/** The background of pictures that have none, in the one format without transparency. */
const wall = '#eaece4'
const limits = { limitInputPixels: 50_000_000, failOn: 'error' } as const
const accepted = ['jpeg', 'png', 'webp', 'heif']

const original = (hash: string) => `originals/${hash}.webp`
/** Where a picture of a photo is kept that anybody may be sent. */
export const mediaKey = (file: string) => `media/${file}`

export type ImageRefusal = 'empty' | 'too_many_pixels' | 'unreadable' | 'wrong_format'
export type StoredImage = { hash: string; width: number; height: number }
/** A square cut out of a photo, in pixels of it as it is kept. */
export type Square = { left: number; top: number; size: number }
/** What a picture is made from: the photo that was kept, and where it is a cut, which square of it. */
export type Source = { hash: string; square: Square | null }

/** What a photo will be called, whatever becomes of it: the same bytes have the same name. */
export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/**
 * Keeps a photo: upright, without its metadata, at most 2,048 px, and at once as one WebP and one JPEG of 640 px.
 *
 * `makeSizes` makes the rest, in a job. The same bytes are kept once. Refuses what is no photo, what is broken, and
 * what would unpack to more than 50 megapixels, before anything is written.
 */
export async function storeImage(bytes: Buffer): Promise<StoredImage | { refused: ImageRefusal }> {
  if (bytes.length === 0) return { refused: 'empty' }
  const { default: sharp } = await import('sharp') // 20 MB, for the few requests that need it
  const upright = await decode(sharp, bytes)
  if ('refused' in upright) return upright
  const { data, info } = upright
  const hash = hashOf(bytes)
  await storage().put(original(hash), data, 'image/webp')
  await writeAtOnce(sharp(data), hash)
  return { hash, width: info.width, height: info.height }
}

// Only what the picture itself does wrong is its fault: a full disk is ours, and ends as an error.
async function decode(sharp: SharpConstructor, bytes: Buffer) {
  try {
    const { format, width, height } = await sharp(bytes, { ...limits, limitInputPixels: false }).metadata()
    if (!accepted.includes(format)) return { refused: 'wrong_format' as const }
    if (width * height > limits.limitInputPixels) return { refused: 'too_many_pixels' as const }
    return await sharp(bytes, limits)
      .rotate()
      .toColourspace('srgb')
      .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, effort: 1 })
      .toBuffer({ resolveWithObject: true })
  } catch {
    return { refused: 'unreadable' as const }
  }
}

/** Makes the two pictures of a square that are there at once. The same square of a photo has the same name. */
export async function cutImage(hash: string, square: Square): Promise<StoredImage> {
  const { default: sharp } = await import('sharp')
  const cut = hashOf(`${hash} ${square.left} ${square.top} ${square.size}`)
  await writeAtOnce(await open(sharp, { hash, square }), cut)
  return { hash: cut, width: square.size, height: square.size }
}

/** Makes every width in AVIF, WebP and JPEG of a photo that is kept. Doing it again changes nothing. */
export async function makeSizes(hash: string, source: Source): Promise<void> {
  const { default: sharp } = await import('sharp')
  const picture = await open(sharp, source)
  for (const width of widths) {
    const resized = picture.clone().resize({ width, withoutEnlargement: true })
    for (const type of ['jpeg', 'webp', 'avif'] as const) await writeAs(resized, hash, width, type)
  }
}

/** Whether the pictures that a photo or a cut has at once are there. */
export const isImageThere = (hash: string): Promise<boolean> => storage().has(mediaKey(`${hash}-640.jpeg`))

/** Removes what is kept of a photo, in every size. Again changes nothing. */
export async function removeImage(hash: string): Promise<void> {
  const sizes = widths.flatMap((width) => ['jpeg', 'webp', 'avif'].map((type) => `${hash}-${width}.${type}`))
  await Promise.all([original(hash), ...sizes.map(mediaKey)].map((key) => storage().remove(key)))
}

async function open(sharp: SharpConstructor, { hash, square }: Source): Promise<Sharp> {
  const bytes = await readStored(original(hash))
  if (!bytes) throw new StorageError(`${original(hash)} is not there`)
  const picture = sharp(bytes, limits)
  if (!square) return picture
  const { left, top, size } = square
  return picture.extract({ left, top, width: size, height: size })
}

async function writeAtOnce(picture: Sharp, hash: string): Promise<void> {
  const medium = picture.resize({ width: 640, withoutEnlargement: true })
  await writeAs(medium, hash, 640, 'webp', 'quickly')
  await writeAs(medium, hash, 640, 'jpeg', 'quickly')
}

async function writeAs(
  picture: Sharp,
  hash: string,
  width: number,
  type: 'avif' | 'webp' | 'jpeg',
  how: 'quickly' | 'small' = 'small',
): Promise<void> {
  const copy = picture.clone()
  // Somebody waits for the first two; the worker writes them again, a tenth smaller at twice the work.
  const encoded =
    type === 'jpeg'
      ? copy.flatten({ background: wall }).jpeg({ quality: 78, mozjpeg: how === 'small' })
      : type === 'webp'
        ? copy.webp({ quality: 78, effort: how === 'small' ? 4 : 1 })
        : copy.avif({ quality: 52, effort: 2 })
  await storage().put(mediaKey(`${hash}-${width}.${type}`), await encoded.toBuffer(), `image/${type}`)
}
