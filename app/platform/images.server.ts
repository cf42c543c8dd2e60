import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sharp, SharpConstructor } from 'sharp'

export const widths = [320, 640, 1280] as const
/** The background of pictures that have none, in the one format without transparency. */
const wall = '#eaece4'
const limits = { limitInputPixels: 50_000_000, failOn: 'error' } as const
const accepted = ['jpeg', 'png', 'webp', 'heif']

const uploadDir = () => path.resolve(process.env.UPLOAD_DIR ?? '.data/uploads')
export const mediaDir = () => path.join(uploadDir(), 'media')
const originals = () => path.join(uploadDir(), 'originals')

export type ImageRefusal = 'empty' | 'too_many_pixels' | 'unreadable' | 'wrong_format'
export type StoredImage = { hash: string; width: number; height: number }

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
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  await mkdir(originals(), { recursive: true })
  await mkdir(mediaDir(), { recursive: true })
  await put(path.join(originals(), `${hash}.webp`), data)
  const medium = sharp(data).resize({ width: 640, withoutEnlargement: true })
  await writeAs(medium, hash, 640, 'webp', 'quickly')
  await writeAs(medium, hash, 640, 'jpeg', 'quickly')
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
      .resize({ width: 2048, height: 2048, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, effort: 1 })
      .toBuffer({ resolveWithObject: true })
  } catch {
    return { refused: 'unreadable' as const }
  }
}

/** Makes every width in AVIF, WebP and JPEG of a photo that `storeImage` kept. Doing it again changes nothing. */
export async function makeSizes(hash: string): Promise<void> {
  const { default: sharp } = await import('sharp')
  const original = await readFile(path.join(originals(), `${hash}.webp`))
  for (const width of widths) {
    const resized = sharp(original, limits).resize({ width, withoutEnlargement: true })
    for (const type of ['jpeg', 'webp', 'avif'] as const) await writeAs(resized, hash, width, type)
  }
}

/** Removes a photo that `storeImage` kept, in every size. Again changes nothing. */
export async function removeImage(hash: string): Promise<void> {
  const sizes = widths.flatMap((width) => ['jpeg', 'webp', 'avif'].map((type) => `${hash}-${width}.${type}`))
  const files = [path.join(originals(), `${hash}.webp`), ...sizes.map((name) => path.join(mediaDir(), name))]
  await Promise.all(files.map((file) => rm(file, { force: true })))
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
  await put(path.join(mediaDir(), `${hash}-${width}.${type}`), await encoded.toBuffer())
}

// Written beside and renamed, so that nobody is sent half a picture.
async function put(file: string, bytes: Buffer): Promise<void> {
  const partial = `${file}.${randomUUID()}.part`
  await writeFile(partial, bytes)
  await rename(partial, file)
}
