import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { orProblem } from '../photos/answer.server.ts'

/** Takes a photo ahead of its form. Answers with what the form then carries, or with what is wrong, in words. */
export async function takePhotoAhead(proposer: Proposer, form: FormData): Promise<Response> {
  if (form.get('membershipId') !== proposer.membershipId)
    return Response.json({ problem: t('form.other_membership') }, { status: 409 })
  const file = form.get('photo')
  if (!(file instanceof File)) return Response.json({ problem: t('photo.missing') }, { status: 422 })
  const bytes = Buffer.from(await file.arrayBuffer())
  return orProblem(storePhoto(db, proposer, bytes).then((photo) => Response.json(photo)))
}
