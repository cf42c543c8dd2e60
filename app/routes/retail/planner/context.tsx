import { Link } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatPeriod } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { PeriodForm } from './period-form.tsx'
import type { PlannerData } from './planner-data.server.ts'

type ContextProps = {
  data: PlannerData
  used: { used: number; whole: number }
  /** Draws again what stood before; not for who may only look, or where nothing did. */
  copy?: (() => void) | null
}

/** Which fixture, where, for when, and how much of it is left. */
export function Context({ data, used: { used, whole }, copy }: ContextProps) {
  const { fixture, period, typedPeriod, periodProblem, today } = data
  return (
    <div className="context">
      <h1>{fixture.name}</h1>
      <dl>
        <div>
          <dt>{t('planner.store')}</dt>
          <dd>
            <Link to={paths.retail.store(fixture.store.id)}>{fixture.store.name}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('planner.period')}</dt>
          <dd>
            <PeriodForm
              text={formatPeriod(period.startsOn, period.endsOn)}
              typed={typedPeriod}
              problem={periodProblem}
              today={today}
            />
          </dd>
        </div>
        <div>
          <dt>{t('planner.used')}</dt>
          <dd>{say({ key: 'planner.used_of', used: formatNumber(used), whole: formatMm(whole) })}</dd>
        </div>
        <div>
          <dt>{t('planner.free')}</dt>
          <dd>{formatMm(whole - used)}</dd>
        </div>
      </dl>
      <div className="actions">
        {copy && (
          <button type="button" className="button second dense" onClick={copy}>
            {t('planner.copy')}
          </button>
        )}
        <button type="button" className="button second dense" onClick={() => window.print()}>
          {t('planner.print')}
        </button>
      </div>
    </div>
  )
}
