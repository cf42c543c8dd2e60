import { data, redirect } from '@remix-run/node'
import { mostProductPhotos } from '#app/domain/photos/rules.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { saveProposalForm, submitProposalForm } from '#app/domain/proposals/rules.ts'
import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { parseForm } from '#app/platform/form.ts'
import { changedPhotos } from '../photos/order.ts'
import { takePhotos } from '../photos/take-photos.server.ts'
import { waysOf } from './product-form/editing.server.ts'
import { changedRows } from './product-form/rows.ts'
import { type Errors, typedInForm } from './product-form/typed.ts'

/** Takes the form of a product: its photos first, which are kept also when another field is wrong, then the rest. */
export async function takeProposal(officer: Proposer, form: FormData) {
  const ways = waysOf(officer)
  const intent = String(form.get('intent') ?? '')
  const isSubmit = intent === 'submit'
  const refused = await takePhotos(officer, form, mostProductPhotos)
  const typed = typedInForm(form)
  const rows = changedRows(typed, intent) ?? changedPhotos(typed, intent)
  if (rows) {
    const error: Errors = refused ? { photoId: [refused] } : {}
    return data({ initialValue: rows, error }, { status: 200 })
  }
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
