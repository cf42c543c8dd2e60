import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStores } from '#app/domain/stores/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { headTags } from './head.ts'
import { PlaceMap } from './place-map.tsx'
import { publicOrigin, publicPage } from './public.server.ts'
import { StoreRows } from './store-rows.tsx'

export const headers = () => publicPage

export async function loader() {
  const stores = await listStores(db, dayOf(new Date()))
  const head = {
    title: t('shop.stores_title'),
    description: t('shop.stores_description'),
    path: paths.stores,
    origin: publicOrigin(),
  }
  return { head, stores }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Stores() {
  const { stores } = useLoaderData<typeof loader>()
  return (
    <>
      <section className="page-head over-map">
        <div>
          <h1>{t('shop.stores_heading')}</h1>
          <p className="intro">{t('shop.stores_help')}</p>
        </div>
        <PlaceMap
          isLarge
          title={say({ key: 'shop.map_stores', count: stores.length })}
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
