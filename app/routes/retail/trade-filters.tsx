import { useId } from 'react'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { FacetGroup, Fold } from '../search/facet-group.tsx'
import type { Options } from '../search/facet-options.ts'
import { FilterSheet, KeptFields } from '../search/filter-sheet.tsx'
import { fieldNames } from '../search-choice.ts'
import { carried, type TradeChoice, tradeFields, withoutFilters } from './trade-choice.ts'

/** The one box; it keeps the filters that are on. */
export function TradeSearch({ choice }: { choice: TradeChoice }) {
  return (
    <search className="trade-search">
      <form action={paths.retail.catalogue}>
        <Icon name="search" />
        <input
          type="search"
          name={fieldNames.words}
          aria-label={t('trade.search')}
          placeholder={t('trade.search')}
          key={choice.words}
          defaultValue={choice.words}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
        />
        <KeptFields fields={carried({ ...choice, words: '', after: null })} />
        <button className="button main" type="submit">
          {t('trade.search_submit')}
        </button>
      </form>
    </search>
  )
}

/** What a buyer can filter by, trade first. */
export function TradeFilters({ choice, options }: { choice: TradeChoice; options: Options }) {
  return (
    <FilterSheet
      action={paths.retail.catalogue}
      kept={carried({ ...withoutFilters(choice), words: choice.words, sort: choice.sort })}
    >
      <Fold legend={t('trade.filter_trade')} isOpen>
        <Bound
          name={tradeFields.cartonsInStock}
          label={t('trade.cartons_in_stock')}
          after={t('trade.cartons_in_stock_after')}
          value={choice.cartonsInStock}
        />
        <Bound
          name={fieldNames.mostMinCartons}
          label={t('trade.min_cartons')}
          after={t('trade.min_cartons_after')}
          value={choice.mostMinCartons}
        />
        <Bound
          name={fieldNames.mostLeadDays}
          label={t('trade.lead_days_label')}
          after={t('trade.lead_days_after')}
          value={choice.mostLeadDays}
        />
        <Bound
          name={tradeFields.leastLifePercent}
          label={t('trade.life_percent')}
          after={t('trade.life_percent_after')}
          value={choice.leastLifePercent}
        />
        <Bound
          name={fieldNames.leastShelfLifeDays}
          label={t('trade.shelf_life')}
          after={t('trade.shelf_life_after')}
          value={choice.leastShelfLifeDays}
        />
      </Fold>
      <FacetGroup
        isOpen
        legend={t('shop.filter_category')}
        options={options.categories}
        partsKey="filter.kinds_in"
      />
      <FacetGroup isOpen legend={t('readiness.meets')} options={options.meets} />
      <FacetGroup legend={t('shop.filter_certificate')} options={options.certificates} />
      <FacetGroup legend={t('shop.filter_storage')} options={options.storages} />
      <FacetGroup legend={t('filter.carton')} options={options.cartons} />
      <FacetGroup legend={t('shop.filter_price')} options={options.prices} />
      <FacetGroup legend={t('filter.cooperative')} options={options.cooperatives} />
      <FacetGroup legend={t('filter.place')} options={options.districts} partsKey="filter.villages_in" />
      <FacetGroup legend={t('shop.filter_store')} options={options.stores} />
    </FilterSheet>
  )
}

type BoundProps = { name: string; label: string; after: string; value: number | null }

function Bound({ name, label, after, value }: BoundProps) {
  const id = useId()
  return (
    <div className="bound">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        defaultValue={value ?? undefined}
        aria-describedby={`${id}-after`}
      />
      <span id={`${id}-after`}>{after}</span>
    </div>
  )
}
