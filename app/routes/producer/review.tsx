import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { dropDraft } from '../cooperative/product-form/local-draft.ts'
import { ProposalReview } from '../proposal-review.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.content.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const proposal = await orErrorPage(requireProposal(db, producer, params.id ?? ''))
  return { proposal, membershipId: producer.membershipId, now: new Date() }
}

/** A producer reads what was decided, and by whom; deciding is for others. */
export default function ProducerReview() {
  const { proposal, membershipId, now } = useLoaderData<typeof loader>()
  const { id, status } = proposal
  // It is on the server now: the phone need not keep it.
  useEffect(() => dropDraft(membershipId, id), [membershipId, id])
  const mayEdit = status === 'draft' || status === 'submitted' || status === 'changes_asked'
  return (
    <ProposalReview
      proposal={proposal}
      membershipId={membershipId}
      now={now}
      back={{ to: paths.producer.home, text: t('own.products') }}
      result={undefined}
    >
      {mayEdit && (
        <p className="review-ways">
          <Link
            className="button second"
            to={`${paths.producer.proposal(id)}${status === 'submitted' ? '?ubah' : ''}`}
          >
            {t('review.edit')}
          </Link>
        </p>
      )}
    </ProposalReview>
  )
}
