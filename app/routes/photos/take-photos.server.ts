import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { say } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { photosIn, setPhotos, textOf } from './order.ts'

/**
 * Files of a form become the fields that photos sent ahead have filled, after those that are there. What is wrong with
 * one of them comes back in words; the others are kept.
 */
export async function takePhotos(officer: Proposer, form: FormData, most: number): Promise<string | null> {
  const files = form.getAll('photo')
  form.delete('photo')
  // Nothing is kept for a form of another organisation; `submit` refuses it.
  if (form.get('membershipId') !== officer.membershipId) return null
  const photos = photosIn(textOf(form))
  let problem: string | null = null
  for (const file of files) {
    // A field without a file is sent as a file without a name.
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) continue
    try {
      if (photos.length >= most) throw new Refusal('invalid', { key: 'photo.too_many', maximum: most })
      const photo = await storePhoto(db, officer, Buffer.from(await file.arrayBuffer()))
      if (photos.every(({ id }) => id !== photo.id)) photos.push({ ...photo, alt: '' })
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
      problem = say(error.said)
    }
  }
  setPhotos(form, photos)
  return problem
}
