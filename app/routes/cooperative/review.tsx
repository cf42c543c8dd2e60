import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { decide } from '../decide.server.ts'
import { ProposalReview } from '../proposal-review.tsx'
import { dropDraft } from './product-form/local-draft.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.content.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const proposal = await orErrorPage(requireProposal(db, officer, params.id ?? ''))
  const passedOn = await listPassedOn(db, 'proposal.submitted', [proposal.id])
  return { proposal, passedOn: passedOn[proposal.id], membershipId: officer.membershipId, now: new Date() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const id = params.id ?? ''
  return decide(officer, await request.formData(), id, paths.cooperative.review(id))
}

export default function Review() {
  const { proposal, passedOn, membershipId, now } = useLoaderData<typeof loader>()
  const { id, status } = proposal
  // It is on the server now: the phone need not keep it.
  useEffect(() => dropDraft(membershipId, id), [membershipId, id])
  const mayEdit = status === 'draft' || status === 'submitted' || status === 'changes_asked'
  return (
    <ProposalReview
      proposal={proposal}
      passedOn={passedOn}
      membershipId={membershipId}
      now={now}
      back={{ to: paths.cooperative.products, text: t('products.title') }}
      result={useActionData<typeof action>()}
    >
      {mayEdit && (
        <p className="review-ways">
          <Link
            className="button second"
            to={`${paths.cooperative.proposal(id)}${status === 'submitted' ? '?ubah' : ''}`}
          >
            {t('review.edit')}
          </Link>
          <Link className="link" to={paths.cooperative.withdrawal(id)}>
            {t('review.withdraw')}
          </Link>
        </p>
      )}
    </ProposalReview>
  )
}
