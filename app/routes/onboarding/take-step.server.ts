import { redirectDocument } from '@remix-run/node'
import { addApplicant } from '#app/domain/onboarding/add-applicant.server.ts'
import type { Applicant } from '#app/domain/onboarding/applicant.server.ts'
import { type Step, stepsOf } from '#app/domain/onboarding/checklist.ts'
import { removeApplicant } from '#app/domain/onboarding/remove-applicant.server.ts'
import {
  accountForm,
  addApplicantForm,
  numbersForm,
  organisationForm,
  paperForm,
  removeApplicantForm,
} from '#app/domain/onboarding/rules.ts'
import { saveApplication } from '#app/domain/onboarding/save-application.server.ts'
import { sendPaper } from '#app/domain/onboarding/send-paper.server.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Where somebody goes from a step that is kept: the next one, and after the last to all of it. */
export function afterStep({ kind }: Applicant, token: string, step: Step): string {
  const steps: readonly Step[] = stepsOf[kind]
  const next = steps[steps.indexOf(step) + 1]
  return next ? paths.applicationStep(token, next) : paths.application(token)
}

/** Keeps what a step's form sends. Nobody who applies has JavaScript for certain, so every answer is a page. */
export async function takeStep(applicant: Applicant, form: FormData, token: string, step: Step) {
  const now = new Date()
  const here = paths.applicationStep(token, step)
  const next = afterStep(applicant, token, step)
  if (step === 'organisasi')
    return submit(form, null, organisationForm, async (typed) => {
      await saveApplication(db, applicant, { step, typed }, now)
      return redirectDocument(next)
    })
  if (step === 'nomor')
    return submit(form, null, numbersForm, async (typed) => {
      await saveApplication(db, applicant, { step, typed }, now)
      return redirectDocument(next)
    })
  if (step === 'rekening')
    return submit(form, null, accountForm, async (typed) => {
      await saveApplication(db, applicant, { step, typed }, now)
      return redirectDocument(next)
    })
  if (step === 'dokumen') {
    const file = form.get('file')
    form.delete('file')
    return submit(form, null, paperForm, async ({ paper }) => {
      const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
      await sendPaper(db, applicant, { paper, bytes }, now)
      return redirectDocument(`${here}#${paper}`)
    })
  }
  if (form.has('applicantId'))
    return submit(form, null, removeApplicantForm, async (input) => {
      await removeApplicant(db, applicant, input, now)
      return redirectDocument(here)
    })
  return submit(form, null, addApplicantForm, async (input) => {
    await addApplicant(db, applicant, input, now)
    return redirectDocument(here)
  })
}
