import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeProducer } from '#app/domain/producers/change-producer.server.ts'
import { listVillages, requireMember } from '#app/domain/producers/member-queries.server.ts'
import { changeProducerForm } from '#app/domain/producers/rules.ts'
import { listCategories } from '#app/domain/proposals/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { MemberForm } from '../members/member-form.tsx'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('member.change')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const [member, villages, categories] = await Promise.all([
    orErrorPage(requireMember(db, officer, params.id ?? '', today)),
    listVillages(db, officer),
    listCategories(db),
  ])
  if (member.leftAt) throw redirect(paths.cooperative.member(member.id))
  return { member, villages, categories, today, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  return submit(form, officer, changeProducerForm, async (typed) => {
    await changeProducer(db, officer, typed, new Date())
    return redirect(paths.cooperative.member(typed.producerId))
  })
}

export default function ChangeMember() {
  const { member, ...rest } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.member(member.id), text: member.name }}
        title={t('member.change')}
        note={t('member.on_behalf')}
      />
      <MemberForm member={member} {...rest} result={useActionData<typeof action>()} />
    </main>
  )
}
