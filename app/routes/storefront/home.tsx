import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  listCardsOf,
  listFreshCards,
  listNewCards,
  listShelfPacks,
} from '#app/domain/catalogue/card-queries.server.ts'
import { listStoresOfChains } from '#app/domain/stores/public-queries.server.ts'
import { listVillages } from '#app/domain/villages/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { catalogueUrl } from '../search-choice.ts'
import { Aisle } from './aisle.tsx'
import { Cards } from './cards.tsx'
import { headTags } from './head.ts'
import { OpeningShelf } from './opening-shelf.tsx'
import { publicOrigin, publicPage } from './public.server.ts'
import { StoreRows } from './store-rows.tsx'
import { VillagesOnMap } from './villages-on-map.tsx'

export const headers = () => publicPage

export async function loader(_: LoaderFunctionArgs) {
  const today = dayOf(new Date())
  const [shelf, latest, fresh, stores, villages] = await Promise.all([
    listShelfPacks(db, today, 10),
    listNewCards(db, today, 6),
    listFreshCards(db, today, 6),
    listStoresOfChains(db, today, 3),
    listVillages(db),
  ])
  const fullest = villages.toSorted((a, b) => b.products - a.products)[0]
  const featured = fullest && {
    ...fullest,
    cards: await listCardsOf(db, today, { villageSlug: fullest.slug }, 8),
  }
  const products = villages.reduce((sum, village) => sum + village.products, 0)
  const cities = new Set(villages.map((village) => village.cityName))
  const place = cities.size === 1 ? [...cities].join() : t('shop.many_places')
  const head = {
    title: say({ key: 'shop.home_title', count: villages.length }),
    description: say({ key: 'shop.home_description', products, place }),
    path: paths.home,
    origin: publicOrigin(),
    imageHash: shelf[0]?.photoHash,
  }
  return { head, shelf, latest, fresh, stores, villages, featured, products, place }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Home() {
  const { shelf, latest, fresh, stores, villages, featured, products, place } = useLoaderData<typeof loader>()
  return (
    <>
      <OpeningShelf packs={shelf} villages={villages.length} products={products} place={place} />
      <Aisle
        isWide
        heading={t('shop.home_new')}
        more={t('shop.home_all_new')}
        to={catalogueUrl({ sort: 'newest' })}
      >
        <Cards cards={latest} />
      </Aisle>
      <Aisle id="gerai" heading={t('shop.home_stores')} more={t('shop.home_all_stores')} to={paths.stores}>
        <StoreRows stores={stores} />
      </Aisle>
      <VillagesOnMap villages={villages} featured={featured} />
      <Aisle
        isWide
        heading={t('shop.home_fresh')}
        more={t('shop.home_all_fresh')}
        to={catalogueUrl({ storages: ['chilled'] })}
      >
        <Cards cards={fresh} showsKeeping />
      </Aisle>
    </>
  )
}
