import { mostBreaks } from '#app/domain/proposals/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Field } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { PriceInput } from './price-input.tsx'
import { breaksAt } from './typed.ts'

type BreakFieldsProps = { state: FormState; onType(): void; prefix: string }

/** Lower prices for who takes more: folded, because most packs have none. Rows that stay empty are none. */
export function BreakFields({ state, onType, prefix }: BreakFieldsProps) {
  const field = fieldOf(state, prefix)
  const begun = Object.keys(state.drawn).some((name) => name.startsWith(`${prefix}breaks[`))
  const isWrong = Object.keys(state.shown).some((name) => name.startsWith(`${prefix}breaks[`))
  const rows = breaksAt(state.typed, prefix)
  const isBegun = (i: number) =>
    ['fromCartons', 'price'].some((name) => state.typed[`${prefix}breaks[${i}].${name}`])
  return (
    <details className="folded" open={begun || isWrong || undefined}>
      <summary>
        {t('product.field.breaks')}
        {rows.length > 0 && (
          <span className="quiet small">
            {rows
              .map(({ fromCartons, price }) =>
                say({ key: 'product.break_text', cartons: fromCartons, price: formatRupiah(price) }),
              )
              .join(', ')}
          </span>
        )}
      </summary>
      <p className="quiet small">{t('product.help.breaks')}</p>
      {Array.from({ length: mostBreaks }, (_, i) => (
        <fieldset
          className={i === 0 || isBegun(i) || isBegun(i - 1) ? 'break-row two' : 'break-row two spare'}
          key={i}
        >
          <legend className="visually-hidden">{say({ key: 'product.break_row', number: i + 1 })}</legend>
          <Field
            label={t('product.field.break_from')}
            field={field(`breaks[${i}].fromCartons`)}
            after={t('unit.cartons')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
          />
          <PriceInput
            state={state}
            prefix={prefix}
            name={`breaks[${i}].price`}
            label={t('product.field.break_price')}
            onType={onType}
          />
        </fieldset>
      ))}
    </details>
  )
}
