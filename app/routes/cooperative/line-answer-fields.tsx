import type { OwnOrderLine } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import type { answeredForm } from '#app/platform/answered-form.ts'
import { addDays, type Day, formatShortDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Field, Problem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PackImage } from '#app/ui/pack-image.tsx'
import { memberText, originOf } from '../order-parts.tsx'

type LineAnswerFieldsProps = {
  line: OwnOrderLine
  /** Pieces that are not there any more, of lots that keep long enough. */
  short: number
  /** `answers[2]`. */
  name: string
  form: ReturnType<typeof answeredForm>
  endsOn: Day
}

const choices = ['accept', 'counter', 'decline'] as const

/** One product of the order, and what the cooperative says to it. The offer's fields show only for an offer. */
export function LineAnswerFields({ line, short, name, form, endsOn }: LineAnswerFieldsProps) {
  const { stock, cartons, pieces, deliverOn, unitPrice, total } = line
  const answer = form.field(`${name}.answer`, 'accept')
  return (
    <li className="line-answer">
      <PackImage photo={line.photo} alt="" widthMm={line.widthMm} heightMm={line.heightMm} sizes="80px" />
      <div>
        <h2>{line.name}</h2>
        <p className="numbers">
          <strong>{say({ key: 'order.cartons', cartons })}</strong>,{' '}
          {say({ key: 'order.pieces', pieces: formatNumber(pieces) })} × {formatRupiah(unitPrice)} ={' '}
          {formatRupiah(total)}
        </p>
        <p className="quiet small numbers">{[...originOf(line), memberText(line)].join(', ')}</p>
        <p className="quiet small">
          {say({ key: 'answer.for_store', store: line.store.name, day: formatShortDay(deliverOn) })}.{' '}
          {say({
            key: 'answer.stock',
            onHand: formatNumber(stock.onHand),
            reserved: formatNumber(stock.reserved),
          })}
        </p>
        {short > 0 && (
          <p className="status stop">
            <Icon name="cross" />
            {say({ key: 'answer.short', pieces: formatNumber(short) })}
          </p>
        )}
      </div>
      <fieldset>
        <legend className="visually-hidden">{say({ key: 'answer.for', name: line.name })}</legend>
        <input type="hidden" name={`${name}.lineId`} value={line.id} />
        <div className="choices">
          {choices.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`${name}.answer`}
                value={choice}
                defaultChecked={answer.initialValue === choice}
              />
              <span>{t(`answer.${choice}`)}</span>
            </label>
          ))}
        </div>
        <Problem id={answer.id} errors={answer.errors} />
        <div className="offer">
          <Field
            label={t('answer.offer_cartons')}
            after={say({ key: 'answer.of_cartons', cartons })}
            field={form.field(`${name}.cartons`, String(cartons))}
            inputMode="numeric"
            autoComplete="off"
          />
          <Field
            label={t('answer.offer_day')}
            field={form.field(`${name}.deliverOn`, deliverOn)}
            type="date"
            min={deliverOn}
            max={addDays(endsOn, -1)}
          />
        </div>
      </fieldset>
    </li>
  )
}
