import type { PeriodField } from '#app/domain/shelf-plans/period.ts'
import { say, t } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import { Field } from '#app/ui/field.tsx'

type PeriodFormProps = {
  text: string
  typed: { from: string; to: string }
  problem: { field: PeriodField; key: Parameters<typeof say>[0]['key'] } | null
  today: Day
}

/** The period as people read it, and behind it the two days to change. */
export function PeriodForm({ text, typed, problem, today }: PeriodFormProps) {
  const field = (name: PeriodField, initialValue: string) => ({
    id: name,
    name,
    initialValue,
    errors: problem?.field === name ? [say({ key: problem.key } as Parameters<typeof say>[0])] : undefined,
  })
  return (
    <details className="period" open={problem !== null || undefined}>
      <summary>{text}</summary>
      <form method="get">
        <Field
          label={t('planner.first_day')}
          field={field('mulai', typed.from)}
          type="date"
          min={today}
          required
        />
        <Field
          label={t('planner.last_day')}
          field={field('sampai', typed.to)}
          type="date"
          min={today}
          required
        />
        <button type="submit" className="button second dense">
          {t('planner.change_period')}
        </button>
      </form>
    </details>
  )
}
