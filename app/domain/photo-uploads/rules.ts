// A photo that arrives in pieces over a bad line.
import { z } from 'zod'
import { maxPhotoBytes } from '#app/domain/photos/rules.ts'
import { key } from '#app/messages/say.ts'
import { isId } from '#app/platform/ids.ts'

/** What one request carries at most: on a line of 200 kbit/s ten seconds. */
export const pieceBytes = 256 * 1024
/** So long the pieces of a photo wait for the rest. */
export const waitsHours = 48
/** So many photos of one person may be on their way at once, and so many bytes may come within a day. */
export const mostOpen = 24
export const mostBytesADay = 256 * 1024 * 1024

const whole = z.number(key('form.invalid')).int(key('form.invalid'))

/** `digest` is the SHA-256 of the whole photo, in hexadecimal. */
export const beginUploadForm = z.object({
  uploadId: z.string(key('form.invalid')).refine((text) => isId('upload', text), key('form.invalid')),
  size: whole.min(1, key('photo.empty')),
  digest: z.string(key('form.invalid')).regex(/^[0-9a-f]{64}$/, key('form.invalid')),
})
export type BeginUpload = z.output<typeof beginUploadForm>

export const isTooLarge = (size: number): boolean => size > maxPhotoBytes
