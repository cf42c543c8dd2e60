import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { type Choice, fieldNames, priceText, sortWord } from '../search-choice.ts'
import type { Option, optionsOf } from './filter-options.ts'

type FiltersProps = {
  choice: Choice
  options: ReturnType<typeof optionsOf>
  cheapest: bigint | null
  dearest: bigint | null
}

const shownAtOnce = 8

/** What one can filter by, as a plain form; on a phone a sheet that its address opens. */
export function FilterForm({ choice, options, cheapest, dearest }: FiltersProps) {
  return (
    <form className="filters" id="saring" action={paths.catalogue} aria-label={t('shop.filter')}>
      <p className="sheet-head">
        <strong>{t('shop.filter')}</strong>
        <a className="link" href="#hasil">
          {t('shop.filter_close')}
        </a>
      </p>
      {choice.words && <input type="hidden" name={fieldNames.words} value={choice.words} />}
      {choice.sort !== 'fitting' && (
        <input type="hidden" name={fieldNames.sort} value={sortWord(choice.sort)} />
      )}
      <Group legend={t('shop.filter_category')} name={fieldNames.categories} options={options.categories} />
      <Group legend={t('shop.filter_village')} name={fieldNames.villages} options={options.villages} isLong />
      <Group legend={t('shop.filter_storage')} name={fieldNames.storages} options={options.storages} />
      <fieldset>
        <legend>{t('shop.filter_price')}</legend>
        <div className="price-between">
          <PriceField
            name={fieldNames.fromPrice}
            label={t('shop.filter_from')}
            value={choice.fromPrice}
            hint={cheapest}
          />
          <span aria-hidden="true">–</span>
          <PriceField
            name={fieldNames.toPrice}
            label={t('shop.filter_to')}
            value={choice.toPrice}
            hint={dearest}
          />
        </div>
      </fieldset>
      <Group
        legend={t('shop.filter_certificate')}
        name={fieldNames.certificates}
        options={options.certificates}
      />
      <Group legend={t('shop.filter_store')} name={fieldNames.stores} options={options.stores} isLong />
      <p className="sheet-foot">
        <button className="button main" type="submit">
          <Icon name="filter" />
          {t('shop.filter_apply')}
        </button>
      </p>
    </form>
  )
}

type GroupProps = { legend: string; name: string; options: Option[]; isLong?: boolean }

function Group({ legend, name, options, isLong = false }: GroupProps) {
  if (options.length === 0) return null
  const first = isLong && options.length > shownAtOnce + 2 ? options.slice(0, shownAtOnce) : options
  const rest = options.slice(first.length)
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Options name={name} options={first} />
      {rest.length > 0 && (
        <details>
          <summary>{say({ key: 'shop.filter_more', count: rest.length })}</summary>
          <Options name={name} options={rest} />
        </details>
      )}
    </fieldset>
  )
}

function Options({ name, options }: { name: string; options: Option[] }) {
  return (
    <ul>
      {options.map(({ value, name: text, count, isChosen, children }) => (
        <li key={value}>
          <label>
            <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
            <span>{text}</span>
            <span className="numbers quiet">{count}</span>
          </label>
          {children && isOpen({ isChosen, children }, options) && <Options name={name} options={children} />}
        </li>
      ))}
    </ul>
  )
}

// A category shows its children once it matters which: when it is chosen, or when there are few.
const isOpen = (
  { isChosen, children }: { isChosen: boolean; children: Option[] },
  siblings: Option[],
): boolean =>
  children.length > 0 && (isChosen || children.some((child) => child.isChosen) || siblings.length <= 2)

type PriceFieldProps = { name: string; label: string; value: bigint | null; hint: bigint | null }

function PriceField({ name, label, value, hint }: PriceFieldProps) {
  return (
    <input
      name={name}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      placeholder={priceText(hint)}
      defaultValue={priceText(value)}
    />
  )
}
