import nearMe from '#app/browser/near-me.ts?worker&url'
import type { PlaceNear } from '#app/domain/search/near.server.ts'
import { reaches, usualReach } from '#app/domain/search/near.ts'
import type { FilterNames } from '#app/domain/search/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'
import { type Choice, fieldNames, placeText } from '../search-choice.ts'

type NearFieldsProps = {
  near: Choice['near']
  place: PlaceNear | null
  names: FilterNames
  hasReach?: boolean
}

/** Near which village; with a script also near where one is. What is chosen stays chosen, whatever it is. */
export function NearFields({ near, place, names, hasReach = false }: NearFieldsProps) {
  const chosen = near && place ? placeText(near.place) : ''
  return (
    <div className="near-fields">
      <label>
        <span>{t('near.legend')}</span>
        <select name={fieldNames.near} defaultValue={chosen}>
          <option value="">{t('near.anywhere')}</option>
          {place?.kind === 'here' && <option value={chosen}>{t('near.here_option')}</option>}
          {place?.kind === 'store' && (
            <optgroup label={t('near.stores')}>
              <option value={chosen}>{place.name}</option>
            </optgroup>
          )}
          {names.districts.map((district) => (
            <optgroup key={district.slug} label={say({ key: 'shop.district', name: district.name })}>
              {names.villages
                .filter(({ districtSlug }) => districtSlug === district.slug)
                .map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {hasReach && (
        <label>
          <span>{t('near.reach')}</span>
          <select name={fieldNames.reach} defaultValue={String(near?.km ?? usualReach)}>
            {reaches.map((km) => (
              <option key={km} value={km}>
                {say({ key: 'near.km', count: km })}
              </option>
            ))}
          </select>
        </label>
      )}
      <HereButton />
    </div>
  )
}

/** Shown by its script, where a browser can tell where it is. */
function HereButton() {
  return (
    <div className="near-here" hidden>
      <button
        type="button"
        className="link"
        data-asking={t('near.asking')}
        data-refused={t('near.refused')}
        data-unknown={t('near.unknown')}
      >
        <Icon name="here" />
        {t('near.use_here')}
      </button>
      <p className="micro quiet" role="status">
        {t('near.private')}
      </p>
      <script type="module" src={nearMe} />
    </div>
  )
}
