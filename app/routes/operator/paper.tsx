import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { decideCertificate } from '#app/domain/certificates/decide-certificate.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { decideCertificateForm, doubtOf } from '#app/domain/certificates/rules.ts'
import { standingOf } from '#app/domain/certificates/standing.ts'
import { requireToLookAt } from '#app/domain/certificates/verifier-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { type MessageKey, say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay, formatInstant, formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import papersUrl from '#app/styles/papers.css?url'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { StandingMark } from '../papers/paper-list.tsx'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? t(`certificate.kind.${data.paper.kind}`) : ''} ${data?.paper.holder ?? ''} | ${t('app.name')}`,
  },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const now = new Date()
  const today = dayOf(now)
  const paper = await orErrorPage(requireToLookAt(db, operator, params.id ?? ''))
  return { paper, today, soonDays: await getSoonDays(db, today), now, membershipId: operator.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  const form = await request.formData()
  // The page's own paper, whatever the form says.
  form.set('certificateId', params.id ?? '')
  return submit(form, operator, decideCertificateForm, async (decision) => {
    await decideCertificate(db, operator, decision, new Date())
    return redirect(paths.operator.papers)
  })
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function OperatorPaper() {
  const { paper, today, soonDays, now, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'putusan')
  const kind = t(`certificate.kind.${paper.kind}`)
  const mayDecide = !paper.isOwn && !paper.replacedAt && paper.status !== 'rejected'
  return (
    <main className="page">
      <PageHead
        back={{ to: paths.operator.papers, text: t('certificate.back_to_queue') }}
        title={say({ key: 'certificate.look', kind })}
        note={say({ key: 'certificate.queue_of', holder: paper.holder, cooperative: paper.cooperativeName })}
      />
      <div className="paper-beside">
        <figure>
          {paper.isPdf ? (
            <a className="button second" href={paths.paperFile(paper.id)} download>
              {t('certificate.open_pdf')}
            </a>
          ) : (
            <img
              src={paths.paperFile(paper.id)}
              alt={say({ key: 'certificate.file_of', kind, number: paper.number })}
            />
          )}
        </figure>
        <div className="stacked">
          <StandingMark standing={standingOf(paper, today, soonDays)} />
          <Typed paper={paper} now={now} />
          {paper.isOwn && <p className="band wait">{t('certificate.own')}</p>}
          {mayDecide && (
            <Form method="post" className="stacked">
              <FormProblem errors={form.errors} />
              <MembershipField membershipId={membershipId} />
              {paper.status === 'attested' && (
                <button className="button main" type="submit" name="decision" value="verified">
                  {t('certificate.verify')}
                </button>
              )}
              <Field
                label={t('certificate.reason')}
                help={t('certificate.reason_help')}
                field={form.field('reason')}
                maxLength={300}
              />
              <button className="button danger" type="submit" name="decision" value="rejected">
                {t(paper.status === 'verified' ? 'certificate.revoke' : 'certificate.reject')}
              </button>
            </Form>
          )}
        </div>
      </div>
    </main>
  )
}

function Typed({ paper, now }: { paper: Data['paper']; now: Date }) {
  const doubt = doubtOf(paper.kind, paper.number)
  const registry = paper.kind in registries ? registries[paper.kind as keyof typeof registries] : null
  return (
    <section aria-labelledby="ditulis">
      <h2 id="ditulis">{t('certificate.typed')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('certificate.number')}</dt>
          <dd>
            <strong className="digits">{paper.number}</strong>
            {doubt && <small className="wait">{say(doubt)}</small>}
            {paper.before && (
              <small className="quiet">{say({ key: 'certificate.before', number: paper.before })}</small>
            )}
            {registry && <small>{say({ key: 'certificate.look_up', place: t(registry) })}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('certificate.holder')}</dt>
          <dd>
            {paper.holderName || '–'}
            <small className="quiet">{paper.producerName}</small>
          </dd>
        </div>
        <div>
          <dt>{t('certificate.issued')}</dt>
          <dd>{paper.issuedOn ? formatDay(paper.issuedOn) : '–'}</dd>
        </div>
        <div>
          <dt>{t('certificate.expires')}</dt>
          <dd>{paper.expiresOn ? formatDay(paper.expiresOn) : t('certificate.no_end')}</dd>
        </div>
      </dl>
      <p className="quiet small">
        {paper.senderName &&
          say({ key: 'certificate.sent_by', name: paper.senderName, at: formatInstant(paper.createdAt) })}
        {paper.status === 'attested' &&
          `, ${say({ key: 'task.waits', wait: formatWait(paper.createdAt, now) }).toLowerCase()}`}
        {paper.reason && ` ${paper.reason}`}
      </p>
    </section>
  )
}

/** Where the state keeps such numbers for everybody to look up. */
const registries = {
  halal: 'certificate.registry.halal',
  pirt: 'certificate.registry.pirt',
  bpom_md: 'certificate.registry.bpom',
  bpom_na: 'certificate.registry.bpom',
  nib: 'certificate.registry.nib',
  merek: 'certificate.registry.merek',
} as const satisfies Partial<Record<CertificateKind, MessageKey>>
