import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireRequest } from '#app/domain/producers/request-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { takeAnswer } from '../members/answer.server.ts'
import { RequestAnswer } from '../members/requests.tsx'

export const meta: MetaFunction = () => [{ title: `${t('request.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const now = new Date()
  const asked = await orErrorPage(requireRequest(db, operator, params.request ?? '', now))
  const passedOn = await listPassedOn(db, 'member.asked', [asked.id])
  return { asked, passedOn: passedOn[asked.id], now, membershipId: operator.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  return takeAnswer(operator, await request.formData(), params.request ?? '', paths.operator.members)
}

export default function OperatorMemberRequest() {
  return (
    <RequestAnswer
      {...useLoaderData<typeof loader>()}
      back={{ to: paths.operator.members, text: t('verify.title') }}
      result={useActionData<typeof action>()}
    />
  )
}
