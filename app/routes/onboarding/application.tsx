import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireApplicant } from '#app/domain/onboarding/applicant.server.ts'
import { isComplete, missingOf, type Step, stepOf, stepsOf } from '#app/domain/onboarding/checklist.ts'
import { readOwnApplication } from '#app/domain/onboarding/queries.server.ts'
import { draftDays, isOpen, submitApplicationForm } from '#app/domain/onboarding/rules.ts'
import { submitApplication } from '#app/domain/onboarding/submit-application.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/onboarding.css?url'
import { FormProblem, Problem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ShareLink } from '../share-link.tsx'
import { visitorOf } from '../sign-in/session.server.ts'
import { ApplyFrame, privateMeta } from './frame.tsx'
import { History } from './history.tsx'
import { usualText } from './usual.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => privateMeta(t('applications.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const applicant = await orErrorPage(requireApplicant(db, visitorOf(request, context), token))
  const application = await readOwnApplication(db, applicant)
  const steps = stepsOf[applicant.kind]
  const missing = new Set(missingOf(application.items).map((key) => stepOf[key]))
  const remarked = new Set(Object.keys(application.remarks).map((key) => stepOf[key as 'name']))
  const link = new URL(paths.application(token), request.url).href
  const ready = isComplete(application.items)
  const list = steps.map((step) => ({
    step,
    isMissing: missing.has(step),
    isRemarked: remarked.has(step),
  }))
  return { ...application, token, link, list, ready, now: new Date() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const visitor = visitorOf(request, context)
  return submit(await request.formData(), null, submitApplicationForm, async () => {
    const applicant = await requireApplicant(db, visitor, token, { isWrite: true })
    await submitApplication(db, applicant, new Date())
    return redirectDocument(paths.application(token))
  })
}

type Application = ReturnType<typeof useLoaderData<typeof loader>>

export default function ApplicationPage() {
  const application = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'kirim')
  const agreed = form.field('agreed')
  const { token, list, ready, status } = application
  return (
    <ApplyFrame title={application.legalName ?? t('applications.title')}>
      <p className="small quiet">
        {say({ key: 'apply.number', number: application.number })}
        {application.isSample && `. ${t('apply.sample')}`}
      </p>
      <Standing application={application} />
      <FormProblem errors={form.errors} />
      {status === 'draft' && <PrivateLink application={application} />}
      <nav aria-label={t('apply.steps')}>
        <ol className="steps">
          {list.map(({ step, isMissing, isRemarked }, i) => (
            <li key={step}>
              <StepLine application={application} step={step} number={i + 1} />
              <span className={`status ${isRemarked ? 'wait' : isMissing ? 'quiet' : 'ok'}`}>
                <Icon name={isRemarked || isMissing ? 'clock' : 'check'} />
                {t(isRemarked ? 'apply.step_remark' : isMissing ? 'apply.step_missing' : 'apply.step_done')}
              </span>
            </li>
          ))}
        </ol>
      </nav>
      {isOpen(status) && !ready && (
        <Link className="button main" to={paths.applicationStep(token, firstOpen(application))}>
          {say({ key: 'apply.fill', step: stepName(application, firstOpen(application)).toLowerCase() })}
        </Link>
      )}
      {isOpen(status) && ready && (
        <Form method="post" reloadDocument>
          <div className={agreed.errors ? 'field wrong' : 'field'}>
            <label className="check">
              <input type="checkbox" name="agreed" id={agreed.id} />
              <span>{t('apply.agree')}</span>
            </label>
            <Problem id={agreed.id} errors={agreed.errors} />
          </div>
          <button className="button main" type="submit">
            {t(status === 'draft' ? 'apply.submit' : 'apply.submit_again')}
          </button>
        </Form>
      )}
      {status !== 'draft' && isOpen(status) && <PrivateLink application={application} />}
      <History moves={application.moves} />
    </ApplyFrame>
  )
}

const stepName = ({ kind }: Pick<Application, 'kind'>, step: Step): string =>
  t(step === 'organisasi' && kind === 'retail_chain' ? 'apply.step.organisasi_chain' : `apply.step.${step}`)

const firstOpen = ({ list }: Application): Step =>
  (list.find(({ isRemarked, isMissing }) => isRemarked || isMissing) ?? list[0])?.step ?? 'organisasi'

function StepLine({ application, step, number }: { application: Application; step: Step; number: number }) {
  const name = `${number}. ${stepName(application, step)}`
  if (!isOpen(application.status)) return <strong>{name}</strong>
  return <Link to={paths.applicationStep(application.token, step)}>{name}</Link>
}

/** Where it stands, who is awaited, since when, and how long that usually takes. */
function Standing({ application }: { application: Application }) {
  const { status, since, now, usual, people, shortName, lastReason } = application
  if (status === 'draft') return null
  if (status === 'submitted') {
    const wait = formatWait(since, now)
    const text = wait === 'baru saja' ? t('apply.waits_now') : say({ key: 'apply.waits', wait })
    return (
      <p className="band info">
        <strong>{text}</strong> <span>{usualText(usual.operator)}</span>
      </p>
    )
  }
  if (status === 'changes_asked')
    return (
      <div className="band wait">
        <strong>{t('apply.asked')}</strong>
        {lastReason && <q>{lastReason}</q>}
      </div>
    )
  if (status === 'refused')
    return <p className="band stop">{say({ key: 'apply.refused', reason: lastReason })}</p>
  const first = people.find(({ role }) => role === 'manager' || role === 'chain_manager')
  return (
    <p className="band ok">
      {say({ key: 'apply.approved', name: first?.name ?? '', organisation: shortName ?? '' })}
    </p>
  )
}

function PrivateLink({ application: { link, legalName, number, status } }: { application: Application }) {
  const text = say({ key: 'apply.private_link_text', name: legalName ?? '', number, link })
  return (
    <section className="private-link" aria-labelledby="tautan">
      <h2 id="tautan">{t('apply.private_link')}</h2>
      <p className="small">{t('apply.private_link_help')}</p>
      {status === 'draft' && <p className="small">{say({ key: 'apply.draft_days', days: draftDays })}</p>}
      <input aria-labelledby="tautan" readOnly value={link} />
      <ShareLink label={t('apply.private_link_send')} text={text} />
    </section>
  )
}
