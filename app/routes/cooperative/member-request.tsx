import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireRequest } from '#app/domain/producers/request-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { takeAnswer } from '../members/answer.server.ts'
import { RequestAnswer } from '../members/requests.tsx'

export const meta: MetaFunction = () => [{ title: `${t('request.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const now = new Date()
  const asked = await orErrorPage(requireRequest(db, officer, params.request ?? '', now))
  const passedOn = await listPassedOn(db, 'member.asked', [asked.id])
  return { asked, passedOn: passedOn[asked.id], now, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const after = paths.cooperative.member(params.id ?? '')
  return takeAnswer(officer, await request.formData(), params.request ?? '', after)
}

export default function MemberRequest() {
  const { asked, passedOn, now, membershipId } = useLoaderData<typeof loader>()
  return (
    <RequestAnswer
      asked={asked}
      passedOn={passedOn}
      membershipId={membershipId}
      now={now}
      back={{ to: paths.cooperative.member(asked.producerId), text: asked.producerName }}
      result={useActionData<typeof action>()}
    />
  )
}
