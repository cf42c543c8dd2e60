import { data, redirect } from '@remix-run/node'
import { approveProposal } from '#app/domain/proposals/approve-proposal.server.ts'
import type { Approver } from '#app/domain/proposals/approvers.server.ts'
import { askForChanges } from '#app/domain/proposals/ask-for-changes.server.ts'
import { approveProposalForm, askForChangesForm } from '#app/domain/proposals/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Takes an approver's answer and goes back to the proposal, which says what came of it. */
export async function decide(approver: Approver, form: FormData, proposalId: string, back: string) {
  // The page's own proposal, whatever the form says.
  form.set('proposalId', proposalId)
  const at = new Date()
  const intent = form.get('intent')
  if (intent === 'approve')
    return submit(form, approver, approveProposalForm, async (decision) => {
      await approveProposal(db, approver, decision, at)
      return redirect(back)
    })
  if (intent === 'ask')
    return submit(form, approver, askForChangesForm, async (ask) => {
      await askForChanges(db, approver, ask, at)
      return redirect(back)
    })
  throw data(null, { status: 400 })
}
