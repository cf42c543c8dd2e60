import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { byDistance, findNearby } from '#app/domain/search/near.server.ts'
import { listFilterNames } from '#app/domain/search/queries.server.ts'
import { listStores } from '#app/domain/stores/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { NearFields } from '../search/near-fields.tsx'
import { placeName } from '../search/place-name.ts'
import { catalogueUrl, isPersonal, readChoice } from '../search-choice.ts'
import { headTags } from './head.ts'
import { whereFrom } from './near-band.tsx'
import { PlaceMap } from './place-map.tsx'
import { cacheOf, publicOrigin } from './public.server.ts'
import { StoreRows } from './store-rows.tsx'

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  const choice = readChoice(new URL(request.url).searchParams)
  const [stores, names, nearby] = await Promise.all([
    listStores(db, dayOf(new Date())),
    listFilterNames(db),
    choice.near && findNearby(db, choice.near),
  ])
  const near = nearby && choice.near
  const head = {
    title: t('shop.stores_title'),
    description: t('shop.stores_description'),
    path: catalogueUrl({ near: isPersonal({ near }) ? null : near }, paths.stores),
    origin: publicOrigin(),
  }
  const place = nearby?.place ?? null
  return data(
    { head, names, near, place, stores: place ? byDistance(place, stores) : stores },
    { headers: cacheOf(isPersonal(choice)) },
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Stores() {
  const { stores, names, near, place } = useLoaderData<typeof loader>()
  return (
    <>
      <section className="page-head over-map">
        <div>
          <h1>{place ? say({ key: 'near.heading', place: placeName(place) }) : t('shop.stores_heading')}</h1>
          <p className="intro">
            {place ? say({ key: 'near.stores_by_distance', place: placeName(place) }) : t('shop.stores_help')}
          </p>
          <form className="near-form" action={paths.stores} aria-label={t('near.choose')}>
            <NearFields near={near} place={place} names={names} />
            <button className="button second" type="submit">
              {t('near.submit')}
            </button>
          </form>
        </div>
        <PlaceMap
          size="large"
          title={say({ key: 'shop.map_stores', count: stores.length })}
          {...(place && whereFrom({ place }, stores))}
          places={stores.map(({ slug, name, lat, lon, products }) => ({
            key: slug,
            name,
            href: paths.store(slug),
            lat,
            lon,
            weight: products,
          }))}
        />
      </section>
      <section className="part">
        <h2 className="visually-hidden">{t('shop.stores_list')}</h2>
        <StoreRows stores={stores} />
      </section>
    </>
  )
}
