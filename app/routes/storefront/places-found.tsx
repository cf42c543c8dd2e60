import type { FoundName } from '#app/domain/names/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { kindNames, pageOf } from '../api/suggestion-groups.ts'

/** Who and which places are called as the words say: one row above the products, however small the screen. */
export function PlacesFound({ places, words }: { places: FoundName[]; words: string }) {
  if (places.length === 0) return null
  return (
    <nav className="places-found" aria-label={say({ key: 'search.places_of', words })}>
      <ul>
        {places.map((place) => (
          <li key={`${place.kind} ${place.slug}`}>
            <a href={pageOf(place)}>
              <strong>{place.name}</strong>
              <span>{noteOf(place)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function noteOf({ kind, note, products }: FoundName): string {
  const count = products > 0 ? say({ key: 'shop.count_products', count: formatNumber(products) }) : ''
  return [t(kindNames[kind]), note, count].filter(Boolean).join(', ')
}
