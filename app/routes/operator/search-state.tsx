import type { SearchState as State } from '#app/domain/search/state-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'

const engines = {
  inside: 'index.inside',
  outside: 'index.outside',
  filling: 'index.filling',
} as const satisfies Record<State['engine'], string>

/** Enough to trouble somebody: more than a busy minute changes. */
const many = 500

export function SearchState({ state: { engine, documents, pending, check, compared } }: { state: State }) {
  return (
    <section aria-labelledby="pencarian">
      <h2 id="pencarian">{t('index.title')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('index.engine')}</dt>
          <dd>{t(engines[engine])}</dd>
        </div>
        <div>
          <dt>{t('index.documents')}</dt>
          <dd>{formatNumber(documents)}</dd>
        </div>
        {engine !== 'inside' && (
          <div>
            <dt>{t('index.pending')}</dt>
            <dd>
              {pending < many
                ? formatNumber(pending)
                : say({ key: 'index.many_pending', count: formatNumber(pending) })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('index.checked')}</dt>
          <dd>{check ? checked(check) : t('index.never')}</dd>
        </div>
        {engine === 'outside' && !check?.isOutsideChecked && (
          <div>
            <dt>{t('index.outside')}</dt>
            <dd>{unchecked(compared)}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function unchecked(last: State['compared']): string {
  if (!last) return t('index.not_compared')
  const values = { at: formatInstant(last.at), count: formatNumber(last.stale) }
  return say({ key: 'index.last_compared', ...values })
}

function checked({ at, products, stale }: NonNullable<State['check']>): string {
  const values = { at: formatInstant(at), products: formatNumber(products) }
  return stale === 0
    ? say({ key: 'index.fine', ...values })
    : say({ key: 'index.stale', ...values, count: formatNumber(stale) })
}
