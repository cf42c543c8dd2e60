import { t } from '#app/messages/say.ts'
import { formatRupiah, parseRupiah } from '#app/platform/money.ts'
import { Field } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'

type PriceInputProps = {
  state: FormState
  prefix?: string
  name: 'retailPrice' | 'wholesalePrice' | 'memberPrice' | `breaks[${number}].price`
  label?: string
  help?: string
  onType(): void
}

/** A price as people write it; set in thousands when one goes on to the next field. */
export function PriceInput({ state, prefix, name, help, label, onType }: PriceInputProps) {
  return (
    <Field
      label={label ?? t(labels[name as 'retailPrice'])}
      help={help}
      field={fieldOf(state, prefix)(name)}
      before="Rp"
      inputMode="numeric"
      autoComplete="off"
      maxLength={24}
      onBlur={({ currentTarget }) => {
        const price = parseRupiah(currentTarget.value)
        if (price === null || currentTarget.value === '') return
        currentTarget.value = formatRupiah(price).slice(2)
        onType()
      }}
    />
  )
}
