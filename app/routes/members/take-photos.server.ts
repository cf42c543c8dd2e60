import { data, redirect } from '@remix-run/node'
import { mostPhotos, showPhotosForm } from '#app/domain/producers/rules.ts'
import type { Keeper } from '#app/domain/producers/scope.server.ts'
import { showPhotos } from '#app/domain/producers/show-photos.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { asAsked, photosIn, setPhotos, textOf } from '../photos/order.ts'
import { takePhotos } from '../photos/take-photos.server.ts'

/**
 * Takes the photos of a producer as the form has them, with files that are sent with it and what one of its buttons
 * asks for; then back to `here`.
 */
export async function takeProducerPhotos(keeper: Keeper, form: FormData, producerId: string, here: string) {
  form.set('producerId', producerId)
  const problem = await takePhotos(keeper, form, mostPhotos)
  const asked = asAsked(photosIn(textOf(form)), String(form.get('intent') ?? ''))
  if (asked) setPhotos(form, asked)
  if (problem) {
    const answer = { formErrors: [t('form.check')], fieldErrors: { photoId: [problem] } }
    return data(parseForm(form, showPhotosForm).reply(answer), { status: 422 })
  }
  return submit(form, keeper, showPhotosForm, async (input) => {
    await showPhotos(db, keeper, input, new Date())
    return redirect(here)
  })
}
