import { redirect } from '@remix-run/node'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { getOpenChange, requireProposal } from '#app/domain/proposals/queries.server.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loadForm } from './load-form.server.ts'

/** Where whoever writes proposals finds them: in the cooperative's portal or in the producer's own. */
export const waysOf = ({ kind }: Proposer) => (kind === 'producer' ? paths.producer : paths.cooperative)

/** A proposal to be written on; where it is not to be, the way leads to reading it. */
export async function loadProposal(proposer: Proposer, request: Request, id: string | undefined) {
  const proposal = await orErrorPage(requireProposal(db, proposer, id ?? ''))
  const isAsked = new URL(request.url).searchParams.has('ubah')
  const isEdited = proposal.status === 'draft' || proposal.status === 'changes_asked'
  if (!isEdited && !(isAsked && proposal.status === 'submitted'))
    throw redirect(waysOf(proposer).review(proposal.id))
  return { proposal, form: await loadForm(proposer, proposal.productId) }
}

/** A product to propose a change of; where one waits already, the way leads there, and of an archived one back home. */
export async function loadChange(proposer: Proposer, id: string | undefined) {
  const product = await orErrorPage(requireProduct(db, proposer, id ?? '', dayOf(new Date())))
  if (product.status === 'archived') throw redirect(waysOf(proposer).home)
  const open = await getOpenChange(db, proposer, product.id)
  if (open) throw redirect(waysOf(proposer).proposal(open))
  return { product, form: await loadForm(proposer, product.id), proposalId: newId('proposal') }
}
