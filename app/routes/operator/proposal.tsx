import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { decide } from '../decide.server.ts'
import { ProposalReview } from '../proposal-review.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.content.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const proposal = await orErrorPage(requireProposal(db, operator, params.id ?? ''))
  const passedOn = await listPassedOn(db, 'proposal.submitted', [proposal.id])
  return { proposal, passedOn: passedOn[proposal.id], membershipId: operator.membershipId, now: new Date() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  const id = params.id ?? ''
  return decide(operator, await request.formData(), id, paths.operator.proposal(id))
}

export default function OperatorProposal() {
  const { proposal, passedOn, membershipId, now } = useLoaderData<typeof loader>()
  return (
    <ProposalReview
      proposal={proposal}
      passedOn={passedOn}
      membershipId={membershipId}
      now={now}
      back={{ to: paths.operator.home, text: t('operator.queue') }}
      result={useActionData<typeof action>()}
    />
  )
}
