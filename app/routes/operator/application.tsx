import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveApplication } from '#app/domain/onboarding/approve-application.server.ts'
import { askForChanges } from '#app/domain/onboarding/ask-for-changes.server.ts'
import { isWhole } from '#app/domain/onboarding/checklist.ts'
import { readApplication } from '#app/domain/onboarding/queries.server.ts'
import { refuseApplication } from '#app/domain/onboarding/refuse-application.server.ts'
import {
  approveApplicationForm,
  askChangesForm,
  refuseApplicationForm,
  takeBackVerificationForm,
  verifyPaperForm,
} from '#app/domain/onboarding/rules.ts'
import { takeBackVerification } from '#app/domain/onboarding/take-back-verification.server.ts'
import { verifyPaper } from '#app/domain/onboarding/verify-paper.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import checklistUrl from '#app/styles/checklist.css?url'
import peopleUrl from '#app/styles/people.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { History } from '../onboarding/history.tsx'
import { usualText } from '../onboarding/usual.ts'
import { PageHead } from '../page-head.tsx'
import { SentLink } from '../people/sent-link.tsx'
import { linkTo } from '../people/take.server.ts'
import { Checklist } from './application-checklist.tsx'
import { Decision, First } from './application-decision.tsx'
import { Written } from './application-written.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: checklistUrl },
  { rel: 'stylesheet', href: peopleUrl },
]
export const meta: MetaFunction = () => [{ title: `${t('applications.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const application = await orErrorPage(readApplication(db, operator, params.id ?? ''))
  return { ...application, membershipId: operator.membershipId, now: new Date() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  const form = await request.formData()
  const now = new Date()
  const id = params.id ?? ''
  form.set('applicationId', id)
  const here = () => redirect(paths.operator.application(id))
  switch (form.get('intent')) {
    case 'verify':
      return submit(form, operator, verifyPaperForm, async (input) => {
        await verifyPaper(db, operator, input, now)
        return here()
      })
    case 'unverify':
      return submit(form, operator, takeBackVerificationForm, async (input) => {
        await takeBackVerification(db, operator, input, now)
        return here()
      })
    case 'ask':
      return submit(form, operator, askChangesForm, async (input) => {
        await askForChanges(db, operator, input, now)
        return here()
      })
    case 'refuse':
      return submit(form, operator, refuseApplicationForm, async (input) => {
        await refuseApplication(db, operator, input, now)
        return here()
      })
    default:
      return submit(form, operator, approveApplicationForm, async (input) => {
        const { invited } = await approveApplication(db, operator, input, now)
        const { token, ...sent } = invited
        return { sent: { ...sent, link: linkTo(request, token) } }
      })
  }
}

export type Application = ReturnType<typeof useLoaderData<typeof loader>>

export default function ApplicationPage() {
  const application = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent = answer && 'sent' in answer ? answer.sent : undefined
  const form = answeredForm(answer && 'error' in answer ? answer : undefined, 'putusan')
  const { legalName, number, status, items, isOwn, sameVillage, people, kind } = application
  const first = people.find(({ role }) => role === 'manager' || role === 'chain_manager')
  const isWaiting = status === 'submitted'
  return (
    <main className="page application">
      <PageHead
        back={{ to: paths.operator.applications, text: t('applications.title') }}
        title={legalName ?? number}
        note={`${number}. ${say({ key: 'applications.filer', name: application.filerName })}`}
      />
      <Standing application={application} />
      {sent && (
        <SentLink
          {...sent}
          organisationName={application.shortName ?? ''}
          role={t(kind === 'cooperative' ? 'role.manager' : 'role.chain_manager')}
          phone={first?.phone ?? undefined}
        />
      )}
      <FormProblem errors={form.errors} />
      {isOwn && <p className="band stop">{t('applications.own')}</p>}
      {sameVillage.length > 0 && isWaiting && (
        <p className="band wait">
          {say({ key: 'applications.same_village', names: sameVillage.join(', ') })}
        </p>
      )}
      {status === 'approved' && <First application={application} />}
      <div className="application-columns">
        <Checklist application={application} />
        <div>
          <Written application={application} />
          {isWaiting && !isOwn && <Decision application={application} isWhole={isWhole(items)} form={form} />}
          <History moves={application.moves} />
        </div>
      </div>
    </main>
  )
}

const looks = {
  draft: ['quiet', 'clock'],
  submitted: ['wait', 'clock'],
  changes_asked: ['info', 'clock'],
  approved: ['ok', 'check'],
  refused: ['stop', 'cross'],
} as const

function Standing({ application: { status, since, now, usual, isSample } }: { application: Application }) {
  const [colour, icon] = looks[status]
  const isOver = status === 'approved' || status === 'refused'
  const usualHere = usualText(status === 'submitted' ? usual.operator : usual.applicant)
  return (
    <p className={`status ${colour}`}>
      <Icon name={icon} />
      {t(`applications.status.${status}`)}
      {!isOver && `, ${formatWait(since, now)}`}
      {!isOver && usualHere && ` (${usualHere})`}
      {isSample && `. ${t('apply.sample')}`}
    </p>
  )
}
