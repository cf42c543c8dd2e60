import { needsReason } from '#app/domain/stock/count-rules.ts'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Field } from '#app/ui/field.tsx'
import type { CountLine } from './stock-count.tsx'

/** The lots to count, then the same with their differences. */
export function CountFields({ lines, isReview }: { lines: CountLine[]; isReview: boolean }) {
  return (
    <ul className="count-lots">
      {lines.map((line, i) => (
        <li key={line.lot.id}>
          <input type="hidden" name={`${line.prefix}.lotId`} value={line.lot.id} />
          <input type="hidden" name={`${line.prefix}.movementId`} value={line.movementId} />
          {isReview ? (
            <Compared line={line} />
          ) : (
            <Counted line={line} isFirst={lines[i - 1]?.lot.variantId !== line.lot.variantId} />
          )}
        </li>
      ))}
    </ul>
  )
}

const dayOfLot = ({ lot }: CountLine) => say({ key: 'count.lot', day: formatDay(lot.bestBefore) })

function Counted({ line, isFirst }: { line: CountLine; isFirst: boolean }) {
  return (
    <>
      {isFirst && <h2>{line.lot.name}</h2>}
      <Field
        label={
          <>
            <span className="visually-hidden">{line.lot.name} </span>
            {dayOfLot(line)}
          </>
        }
        field={line.counted}
        before={t('count.there')}
        after={t('unit.pieces')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
      />
    </>
  )
}

function Compared({ line }: { line: CountLine }) {
  const { prefix, counted, expected, reason, lot } = line
  // What was left out stays left out.
  if (!counted.initialValue || !expected) return null
  const [there, recorded] = [Number(counted.initialValue), Number(expected)]
  return (
    <div className="count-compared">
      <input type="hidden" name={`${prefix}.counted`} value={counted.initialValue} />
      <input type="hidden" name={`${prefix}.expected`} value={expected} />
      <p className="stock-name">
        <strong>{lot.name}</strong>
        <span className="quiet small">{dayOfLot(line)}</span>
      </p>
      <dl className="stock-numbers">
        <div>
          <dt>{t('count.counted')}</dt>
          <dd>{formatNumber(there)}</dd>
        </div>
        <div>
          <dt>{t('count.recorded')}</dt>
          <dd>{formatNumber(recorded)}</dd>
        </div>
        <div>
          <dt>{t('count.difference')}</dt>
          <dd className={there === recorded ? 'ok' : 'wait'}>
            {there === recorded ? t('count.fits') : signed(there - recorded)}
          </dd>
        </div>
      </dl>
      {there !== recorded && (
        <Field
          label={t('count.reason')}
          field={reason}
          maxLength={200}
          aria-required={needsReason(recorded, there)}
        />
      )}
    </div>
  )
}

const signed = (pieces: number): string =>
  pieces < 0 ? `\u2212${formatNumber(-pieces)}` : `+${formatNumber(pieces)}`
