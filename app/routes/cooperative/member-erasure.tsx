import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askErasure } from '#app/domain/producers/ask-erasure.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { askErasureForm } from '#app/domain/producers/rules.ts'
import { getPersonalDataHours } from '#app/domain/settings/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { ErasureForm } from '../members/erasure-form.tsx'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('erase.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const { id, name, record } = await orErrorPage(requireMember(db, officer, params.id ?? '', today))
  if (record?.erasedAt) throw redirect(paths.cooperative.member(id))
  const hours = await getPersonalDataHours(db, today)
  return { id, name, hours, requestId: newId('request'), membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  return submit(form, officer, askErasureForm, async (input) => {
    await askErasure(db, officer, input, new Date())
    return redirect(paths.cooperative.member(input.producerId))
  })
}

/** An officer asks on the member's behalf; somebody else answers. */
export default function MemberErasure() {
  const { id, name, ...rest } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.cooperative.member(id), text: name }} title={t('erase.title')} />
      <ErasureForm {...rest} ask={t('erase.ask_on_behalf')} result={useActionData<typeof action>()} />
    </main>
  )
}
