import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { type Day, formatPeriod } from '#app/platform/calendar.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import type { Member } from './record.tsx'

type Props = {
  closures: Member['closures']
  closureId: string
  today: Day
  membershipId: string
  result: SubmissionResult<string[]> | undefined
}

/** Days off of a producer: those to come, each to be taken back, and a form for more. */
export function ClosuresForm({ closures, closureId, today, membershipId, result }: Props) {
  const form = answeredForm(result, 'libur')
  return (
    <>
      <ClosureList closures={closures} membershipId={membershipId} />
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="closureId" value={closureId} />
        <Field label={t('closure.from')} field={form.field('startsOn', today)} type="date" required />
        <Field label={t('closure.last')} field={form.field('lastDay')} type="date" min={today} required />
        <Field
          label={t('closure.reason')}
          help={t('closure.reason_help')}
          field={form.field('reason')}
          autoComplete="off"
          maxLength={80}
        />
        <button className="button main" type="submit" name="intent" value="add">
          {t('closure.add')}
        </button>
      </Form>
    </>
  )
}

function ClosureList({ closures, membershipId }: Pick<Props, 'closures' | 'membershipId'>) {
  if (closures.length === 0) return <p className="quiet">{t('closure.none')}</p>
  return (
    <ul className="rows">
      {closures.map(({ id, startsOn, endsOn, reason }) => {
        const period = formatPeriod(startsOn, endsOn)
        return (
          <li key={id}>
            <p>
              <strong>{period}</strong>
              {reason && <span className="quiet small">{reason}</span>}
            </p>
            <Form method="post">
              <MembershipField membershipId={membershipId} />
              <input type="hidden" name="closureId" value={id} />
              <button
                className="button second dense"
                type="submit"
                name="intent"
                value="remove"
                aria-label={say({ key: 'closure.remove_named', period })}
              >
                {t('closure.remove')}
              </button>
            </Form>
          </li>
        )
      })}
    </ul>
  )
}
