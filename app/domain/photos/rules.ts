import { z } from 'zod'
import { key, type Message } from '#app/messages/say.ts'
import { isId } from '#app/platform/ids.ts'
import type { ImageRefusal } from '#app/platform/images.server.ts'

export const maxPhotoBytes = 12 * 1024 * 1024
/** What a browser offers to choose from. HEIC is left out, so that iPhones hand over a JPEG by themselves. */
export const acceptedPhotos = 'image/jpeg,image/png,image/webp,image/avif'

export type PhotoRefusal = ImageRefusal | 'too_large' | 'heic'

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** What can be seen without decoding: nothing there, too large, or HEIC, whose codec is not free to use. */
export function refusalAtSight(head: Uint8Array, size: number): PhotoRefusal | null {
  if (size === 0) return 'empty'
  if (size > maxPhotoBytes) return 'too_large'
  const brand = String.fromCharCode(...head.subarray(4, 12))
  return brand.startsWith('ftyp') && heicBrands.includes(brand.slice(4)) ? 'heic' : null
}

/**
 * So long a phone keeps what was typed and not sent, and which photos belong to it; so nothing that was sent and is not
 * shown goes earlier. Half a year: who comes back later has forgotten it too.
 */
export const unsentDays = 182

/** Why a photo is refused, and what to do. */
export function photoProblem(refusal: PhotoRefusal, size: number): Message {
  if (refusal === 'too_large') return { key: 'photo.too_large', size: Math.ceil(size / (1024 * 1024)) }
  return { key: `photo.${refusal}` }
}

/** So many photos of one product, and so long a text for who cannot see one. */
export const mostProductPhotos = 8
export const longestAlt = 140

/** A photo where it is shown; without words it is told by the product's name. */
export type ShownPhoto = { id: string; alt: string }

const photoId = z.string(key('photo.missing')).refine((text) => isId('photo', text), key('photo.missing'))
const photoField = z.object({
  id: photoId,
  alt: z.string().trim().max(longestAlt, key('text.long')).default(''),
})
/** The photos of a form in their order, the main one first; a form may hold it to fewer. */
export const photosField = z.array(photoField).max(mostProductPhotos, key('photo.too_many'))

const pixels = z.number(key('form.invalid')).int(key('form.invalid'))
/** A square of a photo, in pixels of it as it is kept. */
export const cutForm = z.object({
  photoId,
  left: pixels,
  top: pixels,
  size: pixels,
})

type WithPhotos = { photoId?: string | null | undefined; photos?: ShownPhoto[] | undefined }

/** What a form says of its photos, each once; one that only names its main photo has that one. */
export function photosOf({ photoId, photos }: WithPhotos): ShownPhoto[] {
  const listed = photos?.length ? photos : photoId ? [{ id: photoId, alt: '' }] : []
  return listed.filter(({ id }, i) => listed.findIndex((other) => other.id === id) === i)
}

/** Whether two show the same photos, in the same order and with the same words. */
export const isSameOrder = (one: ShownPhoto[], other: ShownPhoto[]): boolean =>
  one.length === other.length &&
  one.every(({ id, alt }, i) => other[i]?.id === id && (other[i]?.alt ?? '') === alt)
