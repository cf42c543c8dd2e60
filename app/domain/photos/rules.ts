import type { Message } from '#app/messages/say.ts'
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

/** Why a photo is refused, and what to do. */
export function photoProblem(refusal: PhotoRefusal, size: number): Message {
  if (refusal === 'too_large') return { key: 'photo.too_large', size: Math.ceil(size / (1024 * 1024)) }
  return { key: `photo.${refusal}` }
}
