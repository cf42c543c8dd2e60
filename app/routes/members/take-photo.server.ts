import { data, redirect } from '@remix-run/node'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import { addPhoto } from '#app/domain/producers/add-photo.server.ts'
import { removePhoto } from '#app/domain/producers/remove-photo.server.ts'
import { addPhotoForm, removePhotoForm } from '#app/domain/producers/rules.ts'
import type { Keeper } from '#app/domain/producers/scope.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { Refusal } from '#app/platform/refusal.ts'

/** Takes a photo of a producer that is sent with its form, or takes one away; then back to `here`. */
export async function takeProducerPhoto(keeper: Keeper, form: FormData, producerId: string, here: string) {
  form.set('producerId', producerId)
  const file = form.get('photo')
  form.delete('photo')
  if (form.get('intent') === 'remove')
    return submit(form, keeper, removePhotoForm, async (input) => {
      await removePhoto(db, keeper, input, new Date())
      return redirect(here)
    })
  // Nothing is kept for a form of another organisation; `submit` refuses it.
  if (form.get('membershipId') === keeper.membershipId && file instanceof File && file.size > 0) {
    try {
      form.set('photoId', (await storePhoto(db, keeper, Buffer.from(await file.arrayBuffer()))).id)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      const answer = { formErrors: [t('form.check')], fieldErrors: { photoId: [say(error.said)] } }
      return data(parseForm(form, addPhotoForm).reply(answer), { status: 422 })
    }
  }
  return submit(form, keeper, addPhotoForm, async (input) => {
    await addPhoto(db, keeper, input, new Date())
    return redirect(here)
  })
}
