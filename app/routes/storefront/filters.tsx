import type { PlaceNear } from '#app/domain/search/near.server.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Boxes, FacetGroup, Fold } from '../search/facet-group.tsx'
import type { Options } from '../search/facet-options.ts'
import { FilterSheet } from '../search/filter-sheet.tsx'
import { NearFields } from '../search/near-fields.tsx'
import { bounds, type Choice, fieldNames, priceText, sortWord } from '../search-choice.ts'

type FiltersProps = {
  choice: Choice
  names: FilterNames
  options: Options
  place: PlaceNear | null
  cheapest: bigint | null
  dearest: bigint | null
}

/** What one can filter by; what a shopper needs stands first. */
export function FilterForm({ choice, names, options, place, cheapest, dearest }: FiltersProps) {
  return (
    <FilterSheet action={paths.catalogue} kept={keptOf(choice)}>
      <FacetGroup
        isOpen
        legend={t('shop.filter_category')}
        options={options.categories}
        partsKey="filter.kinds_in"
      />
      <Fold isOpen legend={t('shop.filter_price')}>
        <Boxes options={options.prices} />
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
      </Fold>
      <Fold isOpen legend={t('shop.filter_store')}>
        <NearFields hasReach near={choice.near} place={place} names={names} />
        <Boxes options={options.stores} />
      </Fold>
      <FacetGroup
        isOpen
        legend={t('filter.place')}
        options={options.districts}
        partsKey="filter.villages_in"
      />
      <FacetGroup legend={t('shop.filter_certificate')} options={options.certificates} />
      <FacetGroup legend={t('shop.filter_storage')} options={options.storages} />
      <FacetGroup legend={t('filter.shelf_life')} options={options.shelfLives} />
      <ForShops options={options} />
    </FilterSheet>
  )
}

/** What only a shop asks: how it is delivered, by whom, and whether it may stand in modern retail. */
function ForShops({ options: { cartons, cooperatives, ...options } }: { options: Options }) {
  // What makes goods ready is for the buyers' own catalogue; here it is enough that they are.
  const meets = options.meets.filter(({ value, isChosen }) => value.startsWith('ready') || isChosen)
  const all = [...meets, ...cartons, ...cooperatives]
  if (all.length === 0) return null
  return (
    <Fold legend={t('filter.for_shops')} isOpen={all.some(({ isChosen }) => isChosen)}>
      {meets.length > 0 && <Boxes options={meets} />}
      {cartons.length > 0 && (
        <>
          <p className="facet-part">{t('filter.carton')}</p>
          <Boxes options={cartons} />
        </>
      )}
      {cooperatives.length > 0 && (
        <>
          <p className="facet-part">{t('filter.cooperative')}</p>
          <Boxes options={cooperatives} />
        </>
      )}
    </Fold>
  )
}

/** What was asked for and has no field here. */
const keptOf = (choice: Choice) =>
  [
    [fieldNames.words, choice.words],
    [fieldNames.sort, choice.sort === 'fitting' ? '' : sortWord(choice.sort)],
    ...bounds
      .filter((bound) => bound !== 'fromPrice' && bound !== 'toPrice')
      .map((bound) => [fieldNames[bound], String(choice[bound] ?? '')] as const),
  ].filter(([, value]) => value !== '') as [string, string][]

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
