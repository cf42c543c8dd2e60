import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { producerKinds } from '#app/domain/certificates/rules.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import papersUrl from '#app/styles/papers.css?url'
import { PageHead } from '../page-head.tsx'
import { PapersPage } from '../papers/papers-page.tsx'
import { renewing } from '../papers/renewing.tsx'
import { takePaper } from '../papers/take-paper.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t('certificates.of_producer')}, ${data?.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const id = params.id ?? ''
  const [papers, member, soonDays] = await Promise.all([
    orErrorPage(requirePapers(db, officer, { producerId: id })),
    orErrorPage(requireMember(db, officer, id, today)),
    getSoonDays(db, today),
  ])
  return {
    ...papers,
    ...renewing(request, producerKinds),
    id,
    soonDays,
    today,
    nib: member.record?.nib ?? undefined,
    ownerName: member.record?.ownerName ?? '',
    certificateId: newId('certificate'),
    membershipId: officer.membershipId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const producerId = params.id ?? ''
  return takePaper(
    officer,
    await request.formData(),
    { producerId },
    paths.cooperative.memberPapers(producerId),
  )
}

export default function MemberPapers() {
  const data = useLoaderData<typeof loader>()
  const { id, name, kind, nib, ownerName } = data
  return (
    <PapersPage
      head={
        <PageHead
          back={{ to: paths.cooperative.member(id), text: name }}
          title={t('certificates.of_producer')}
          note={t('certificates.also_why')}
        />
      }
      here={paths.cooperative.memberPapers(id)}
      data={data}
      kinds={producerKinds}
      number={kind === 'nib' ? nib : undefined}
      holderName={ownerName}
      result={useActionData<typeof action>() ?? undefined}
    />
  )
}
