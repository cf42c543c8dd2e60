import { data, redirect } from '@remix-run/node'
import { storePhoto } from '#app/domain/photos/store-photo.server.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { saveProposalForm, submitProposalForm } from '#app/domain/proposals/rules.ts'
import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { say, t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { waysOf } from './product-form/editing.server.ts'

/** Takes the form of a product: its photo first, which is kept also when another field is wrong, then the rest. */
export async function takeProposal(officer: Proposer, form: FormData) {
  const ways = waysOf(officer)
  const isSubmit = form.get('intent') === 'submit'
  const refused = await takePhoto(officer, form)
  if (refused) {
    const sent = isSubmit ? parseForm(form, submitProposalForm) : parseForm(form, saveProposalForm)
    const answer = { formErrors: [t('form.check')], fieldErrors: { photoId: [refused] } }
    return data(sent.reply(answer), { status: 422 })
  }
  const at = new Date()
  return isSubmit
    ? submit(form, officer, submitProposalForm, async (typed) => {
        const { id } = await submitProposal(db, officer, typed, at)
        return redirect(ways.review(id))
      })
    : submit(form, officer, saveProposalForm, async (typed) => {
        const { id } = await saveProposal(db, officer, typed, at)
        return redirect(ways.proposal(id))
      })
}

// The file becomes the two fields that a photo sent ahead has filled. What is wrong with it comes back in words.
async function takePhoto(officer: Proposer, form: FormData): Promise<string | null> {
  const file = form.get('photo')
  form.delete('photo')
  // Nothing is kept for a form of another organisation; `submit` refuses it.
  if (form.get('membershipId') !== officer.membershipId) return null
  // A field without a file is sent as a file without a name.
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  try {
    const photo = await storePhoto(db, officer, Buffer.from(await file.arrayBuffer()))
    form.set('photoId', photo.id)
    form.set('photoHash', photo.hash)
    return null
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return say(error.said)
    throw error
  }
}
