import type { ProductCard } from '#app/domain/catalogue/card-queries.server.ts'
import type { VillageOnMap } from '#app/domain/villages/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { PackImage } from '#app/ui/pack-image.tsx'
import { PlaceMap } from './place-map.tsx'
import { villageName } from './words.ts'

export const villagePlaces = (villages: VillageOnMap[]) =>
  villages.map(({ slug, name, lat, lon, products }) => ({
    key: slug,
    name,
    href: paths.village(slug),
    lat,
    lon,
    weight: products,
  }))

type Props = { villages: VillageOnMap[]; featured: (VillageOnMap & { cards: ProductCard[] }) | undefined }

/** The villages where they lie, and what stands on the board of one of them. */
export function VillagesOnMap({ villages, featured }: Props) {
  if (villages.length === 0) return null
  return (
    <section className="aisle villages" id="desa">
      <div>
        <h2>{t('shop.home_villages')}</h2>
        <p className="quiet">{t('shop.home_villages_help')}</p>
        {featured && <VillageBoard village={featured} />}
      </div>
      <PlaceMap
        title={say({ key: 'shop.map_villages', count: villages.length })}
        places={villagePlaces(villages)}
        current={featured?.slug}
      />
    </section>
  )
}

// A bouquet would reach into the words above.
const isLow = ({ heightMm }: ProductCard) => heightMm <= 300

function VillageBoard({ village }: { village: NonNullable<Props['featured']> }) {
  return (
    <figure className="village-board">
      <ul>
        {village.cards
          .filter(isLow)
          .slice(0, 5)
          .map((card) => (
            <li key={card.slug}>
              <a href={paths.product(card.slug)}>
                <PackImage
                  photo={{ hash: card.photoHash, isReady: card.photoIsReady }}
                  alt={card.name}
                  widthMm={card.widthMm}
                  heightMm={card.heightMm}
                  sizes="90px"
                />
              </a>
            </li>
          ))}
      </ul>
      <figcaption>
        <strong>{villageName(village)}</strong>
        <span className="quiet">
          {say({ key: 'shop.district', name: village.district })}.{' '}
          {say({ key: 'shop.count_products', count: village.products })},{' '}
          {say({ key: 'shop.count_producers', count: village.producers })}.
        </span>
        <a className="link" href={paths.village(village.slug)}>
          {t('shop.open_village')}
        </a>
      </figcaption>
    </figure>
  )
}
