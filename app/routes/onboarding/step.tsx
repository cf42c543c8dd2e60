import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireApplicant } from '#app/domain/onboarding/applicant.server.ts'
import { type ApplicantKind, type Step, stepsOf } from '#app/domain/onboarding/checklist.ts'
import { listAllVillages, readOwnApplication } from '#app/domain/onboarding/queries.server.ts'
import { isOpen } from '#app/domain/onboarding/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/onboarding.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { visitorOf } from '../sign-in/session.server.ts'
import { ApplyFrame, privateMeta } from './frame.tsx'
import { PapersStep } from './papers-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { AccountStep, NameStep, NumbersStep } from './steps.tsx'
import { afterStep, takeStep } from './take-step.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => privateMeta(t('applications.title'))

const stepFrom = (kind: ApplicantKind, text: string | undefined): Step => {
  const found = stepsOf[kind].find((one) => one === text)
  if (!found) throw data(t('error.not_found'), { status: 404 })
  return found
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const applicant = await orErrorPage(requireApplicant(db, visitorOf(request, context), token))
  const step = stepFrom(applicant.kind, params.step)
  const application = await readOwnApplication(db, applicant)
  // What is being looked at is shown, not written in.
  if (!isOpen(application.status)) throw redirect(paths.application(token))
  const villages = step === 'organisasi' && applicant.kind === 'cooperative' ? await listAllVillages(db) : []
  return {
    ...application,
    kind: applicant.kind,
    token,
    step,
    villages,
    next: afterStep(applicant, token, step),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const visitor = visitorOf(request, context)
  const applicant = await orErrorPage(requireApplicant(db, visitor, token, { isWrite: true }))
  return takeStep(applicant, await request.formData(), token, stepFrom(applicant.kind, params.step))
}

export type StepProps = {
  application: ReturnType<typeof useLoaderData<typeof loader>>
  form: ReturnType<typeof answeredForm>
}

const bodies = {
  organisasi: NameStep,
  nomor: NumbersStep,
  rekening: AccountStep,
  orang: PeopleStep,
  dokumen: PapersStep,
}

export default function StepPage() {
  const application = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'langkah')
  const { token, step, kind } = application
  const steps: readonly Step[] = stepsOf[kind]
  const Body = bodies[step]
  const name = step === 'organisasi' && kind === 'retail_chain' ? 'organisasi_chain' : step
  return (
    <ApplyFrame
      title={t(`apply.step.${name}`)}
      back={{ to: paths.application(token), text: t('apply.back_overview') }}
    >
      <p className="small quiet">
        {say({ key: 'apply.step_of', step: steps.indexOf(step) + 1, all: steps.length })}
      </p>
      <FormProblem errors={form.errors} />
      <Body application={application} form={form} />
    </ApplyFrame>
  )
}
