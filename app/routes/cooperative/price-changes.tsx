import type { PriceChange } from '#app/domain/catalogue/price-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'

/** What each price of a pack was, from when, and who changed it; the newest first. */
export function PriceChanges({ changes }: { changes: PriceChange[] }) {
  return (
    <details>
      <summary>{t('prices.title')}</summary>
      {changes.length === 0 && <p className="quiet">{t('prices.none')}</p>}
      <ol className="trail">
        {changes.map((change) => (
          <li key={change.id}>
            <time dateTime={change.at.toISOString()}>{formatDay(dayOf(change.at))}</time>
            <span className="numbers">
              {nameOf(change)}: {change.before !== null && <s>{formatRupiah(change.before)}</s>}{' '}
              <strong>{change.price === null ? t('prices.gone') : formatRupiah(change.price)}</strong>
              <span className="quiet by">
                {change.who ? say({ key: 'prices.by', who: change.who }) : t('prices.first')}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

const nameOf = ({ kind, fromCartons }: PriceChange): string =>
  kind === 'break' ? say({ key: 'prices.break', cartons: fromCartons ?? 0 }) : t(`prices.${kind}`)
