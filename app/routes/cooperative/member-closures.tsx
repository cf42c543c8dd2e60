import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { ClosuresForm } from '../members/closures.tsx'
import { takeClosure } from '../members/take-closure.server.ts'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('closure.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const { id, name, closures } = await orErrorPage(requireMember(db, officer, params.id ?? '', today))
  return { id, name, closures, today, closureId: newId('closure'), membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const id = params.id ?? ''
  return takeClosure(officer, await request.formData(), id, paths.cooperative.memberClosures(id))
}

export default function MemberClosures() {
  const { id, name, ...rest } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.cooperative.member(id), text: name }} title={t('closure.title')} />
      <ClosuresForm key={rest.closures.length} {...rest} result={useActionData<typeof action>()} />
    </main>
  )
}
