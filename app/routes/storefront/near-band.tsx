import type { Nearby, StoreNear } from '#app/domain/search/near.server.ts'
import { reaches } from '#app/domain/search/near.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatDistance } from '#app/platform/distance.ts'
import { placeName } from '../search/place-name.ts'
import { type Choice, catalogueUrl } from '../search-choice.ts'
import { PlaceMap } from './place-map.tsx'

const shown = 4

type NearBandProps = {
  nearby: Nearby
  choice: Choice
  /** How many of the products that were found each store has. */
  found: Record<string, number>
}

/** Which stores around a place have what was found, in words and where they lie; or how far the nearest one is. */
export function NearBand({ nearby, choice, found }: NearBandProps) {
  const place = placeName(nearby.place)
  const stores = nearby.stores.filter(({ slug }) => (found[slug] ?? 0) > 0)
  return (
    <section className="near-band" aria-labelledby="dekat">
      <div>
        <h2 id="dekat">{say({ key: 'near.heading', place })}</h2>
        <p>{inWords(nearby, stores)}</p>
        {stores.length > 0 ? (
          <ul>
            {stores.slice(0, shown).map(({ slug, name, km }) => (
              <li key={slug}>
                <a className="link" href={paths.store(slug)}>
                  {name}
                </a>
                <span className="numbers">
                  {say({ key: 'near.store_line', distance: formatDistance(km), count: found[slug] ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <Wider nearby={nearby} choice={choice} />
        )}
        <a className="link all" href={catalogueUrl({ near: choice.near }, paths.stores)}>
          {t('near.more')}
        </a>
      </div>
      {stores.length > 0 && (
        <PlaceMap
          title={say({ key: 'near.map', place, count: stores.length })}
          size="small"
          {...whereFrom(nearby, stores)}
          places={stores.map((store) => ({
            ...store,
            key: store.slug,
            href: paths.store(store.slug),
            weight: found[store.slug] ?? 0,
          }))}
        />
      )}
    </section>
  )
}

/** How the map shows the place: as itself, or as the store on it that it is. */
export function whereFrom({ place }: Pick<Nearby, 'place'>, stores: { slug: string }[]) {
  if (stores.some(({ slug }) => slug === place.slug)) return { current: place.slug ?? '' }
  return { origin: { name: placeName(place), lat: place.lat, lon: place.lon } }
}

function inWords({ place, km, stores: inReach, nearest }: Nearby, stores: StoreNear[]): string {
  if (stores.length > 0) return say({ key: 'near.stores_with', count: stores.length, km })
  if (!nearest) return t('near.no_stores')
  if (inReach.length > 0) return say({ key: 'near.stores_without', km })
  const distance = formatDistance(nearest.km)
  return `${say({ key: 'near.none', km, place: placeName(place) })} ${say({ key: 'near.nearest', store: nearest.name, distance })}`
}

/** The next distance at which there is a store. */
function Wider({ nearby: { nearest, km }, choice }: { nearby: Nearby; choice: Choice }) {
  const wider = reaches.find((reach) => reach > km && nearest && nearest.km <= reach)
  if (!wider || !choice.near) return null
  return (
    <a
      className="button second"
      href={catalogueUrl({ ...choice, near: { ...choice.near, km: wider }, after: null })}
    >
      {say({ key: 'near.widen', km: wider })}
    </a>
  )
}
