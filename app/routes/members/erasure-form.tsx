import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { ErasureText } from './requests.tsx'

type Props = {
  hours: number
  requestId: string
  membershipId: string
  ask: string
  result: SubmissionResult<string[]> | undefined
}

/** Says what goes and what stays, and asks for it. */
export function ErasureForm({ hours, requestId, membershipId, ask, result }: Props) {
  const form = answeredForm(result, 'hapus')
  return (
    <>
      <ErasureText />
      <p className="quiet">{say({ key: 'erase.answered_within', hours })}</p>
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="requestId" value={requestId} />
        <Field label={t('correction.note')} help={t('correction.note_help')} field={form.field('note')}>
          {(control) => <textarea {...control} rows={2} maxLength={300} />}
        </Field>
        <button className="button danger" type="submit">
          {ask}
        </button>
      </Form>
    </>
  )
}
