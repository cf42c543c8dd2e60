import type { PriceChange } from '#app/domain/catalogue/price-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { type PriceLine, priceLines } from './price-line.ts'

type PriceChangesProps = { packId: string; changes: PriceChange[]; now: Date }

/** What each price of a pack was, from when, and who changed it: a line, and every change in words, the newest first. */
export function PriceChanges({ packId, changes, now }: PriceChangesProps) {
  const drawn = priceLines(changes, now)
  return (
    <>
      {drawn && <Lines {...drawn} packId={packId} />}
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
    </>
  )
}

function Lines({ packId, from, lines }: { packId: string; from: Date; lines: PriceLine[] }) {
  const [title, words] = [`${packId}-garis`, `${packId}-kata`]
  return (
    <figure className="price-lines">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-labelledby={`${title} ${words}`}>
        <title id={title}>{t('prices.title')}</title>
        <desc id={words}>{lines.map(lineText).join(' ')}</desc>
        {lines.map(({ kind, path }) => (
          <path key={kind} className={kind} d={path} />
        ))}
      </svg>
      <p className="quiet small ends">
        <span>{formatDay(dayOf(from))}</span>
        <span>{t('prices.today')}</span>
      </p>
      <figcaption>
        <ul>
          {lines.map(({ kind, last }) => (
            <li key={kind} className={kind}>
              {t(`prices.${kind}`)} <strong className="numbers">{formatRupiah(last)}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

const lineText = ({ kind, first, last }: PriceLine): string =>
  say({
    key: first === last ? 'prices.stayed' : 'prices.went',
    what: t(`prices.${kind}`),
    first: formatRupiah(first),
    last: formatRupiah(last),
  })

const nameOf = ({ kind, fromCartons }: PriceChange): string =>
  kind === 'break' ? say({ key: 'prices.break', cartons: fromCartons ?? 0 }) : t(`prices.${kind}`)
