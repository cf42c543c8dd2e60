import type {
  PackPlace,
  Place,
  ShownPack,
  ShownProduct,
} from '#app/domain/catalogue/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatShortDay } from '#app/platform/calendar.ts'
import { Icon } from '#app/ui/icon.tsx'
import { StandingShelf } from './standing-shelf.tsx'

/** In which stores it stands, and one of the boards with its neighbours grey. */
export function ProductPlaces({ product, pack }: { product: ShownProduct; pack: ShownPack }) {
  const { slug, packs, places, shelf } = product
  const ofPack = pack.id === packs[0]?.id ? '' : `kemasan=${pack.id}&`
  const drawn = places.find(({ storeSlug }) => storeSlug === shelf?.storeSlug)
  return (
    <section className="part two-columns where" id="di-rak">
      <h2>{t('shop.where_heading')}</h2>
      {shelf && drawn && (
        <figure>
          <StandingShelf
            title={say({ key: 'shop.place_drawing', level: shelf.level, store: drawn.storeName })}
            shelves={[shelf]}
            about={slug}
          />
          <figcaption className="small quiet">
            {drawn.isThere
              ? say({ key: 'shop.place_caption', level: shelf.level, store: drawn.storeName })
              : say({
                  key: 'shop.place_caption_from',
                  level: shelf.level,
                  store: drawn.storeName,
                  day: formatShortDay(drawn.startsOn),
                })}{' '}
            <a className="link" href={paths.store(drawn.storeSlug)}>
              {t('shop.place_store')}
            </a>
          </figcaption>
        </figure>
      )}
      {places.length === 0 && <p className="empty">{t('shop.where_none')}</p>}
      <ul>
        {places.map((place) => (
          <li key={place.storeSlug}>
            <a
              href={`?${ofPack}gerai=${place.storeSlug}#di-rak`}
              aria-current={place === drawn ? 'true' : undefined}
            >
              <strong>{place.storeName}</strong>
              <Standing place={place} />
              <span className="quiet small">
                {place.chainName}
                {packs.length < 2 && `. ${boardOf(place)}`}
              </span>
              {packs.length > 1 &&
                place.packs.map((pack) => (
                  <span key={pack.netContent} className="quiet small">
                    {packText(pack, place)}
                  </span>
                ))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const boardOf = ({ fixtureName, level }: Pick<PackPlace, 'fixtureName' | 'level'>): string =>
  say({ key: 'shop.place_board', fixture: fixtureName, level })

const packText = (pack: PackPlace, { startsOn }: Place): string =>
  pack.isThere || pack.startsOn === startsOn
    ? say({ key: 'shop.place_pack', pack: pack.netContent, board: boardOf(pack) })
    : say({ key: 'shop.place_pack_from', pack: pack.netContent, day: formatShortDay(pack.startsOn) })

function Standing({ place }: { place: Place }) {
  return place.isThere ? (
    <span className="status ok">
      <Icon name="check" />
      {t('shop.place_now')}
    </span>
  ) : (
    <span className="status info">
      <Icon name="clock" />
      {say({ key: 'shop.place_from', day: formatShortDay(place.startsOn) })}
    </span>
  )
}
