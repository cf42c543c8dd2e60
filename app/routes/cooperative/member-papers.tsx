import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { producerKinds } from '#app/domain/certificates/rules.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import papersUrl from '#app/styles/papers.css?url'
import { PageHead } from '../page-head.tsx'
import { PaperForm } from '../papers/paper-form.tsx'
import { PaperHistory, PaperList } from '../papers/paper-list.tsx'
import { PaperSent, renewing } from '../papers/renewing.tsx'
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
  const { id, name, current, history, kind, sent, today, soonDays } = data
  const result = useActionData<typeof action>() ?? undefined
  const here = paths.cooperative.memberPapers(id)
  const bare = current.find((paper) => paper.kind === kind && !paper.hasFile && !paper.isSample)?.number
  return (
    <main className="page papers-page">
      <PageHead
        back={{ to: paths.cooperative.member(id), text: name }}
        title={t('certificates.of_producer')}
        note={t('certificates.also_why')}
      />
      {sent && !result && <PaperSent kind={sent} />}
      {current.length > 0 && (
        <p className="papers-jump">
          <a className="button second" href="#kirim">
            {t('certificate.add')}
          </a>
        </p>
      )}
      <div className="papers-columns">
        <div>
          <PaperList
            papers={current}
            today={today}
            soonDays={soonDays}
            renewAt={(paper) => `${here}?jenis=${paper.kind}#tambah`}
          />
          {current.length === 0 && <p className="quiet">{t('certificates.none')}</p>}
          <PaperHistory papers={history} />
        </div>
        <section aria-labelledby="kirim">
          <h2 id="kirim">{kind ? t(`certificate.kind.${kind}`) : t('certificate.add')}</h2>
          <p className="quiet small">
            {kind && current.some((paper) => paper.kind === kind)
              ? say({ key: 'certificate.renewing', kind: t(`certificate.kind.${kind}`) })
              : t('certificates.intro')}
          </p>
          <PaperForm
            key={`${sent} ${kind}`}
            certificateId={data.certificateId}
            membershipId={data.membershipId}
            kinds={producerKinds}
            kind={kind}
            number={bare ?? (kind === 'nib' ? data.nib : undefined)}
            holderName={data.ownerName}
            result={result}
          />
        </section>
      </div>
    </main>
  )
}
