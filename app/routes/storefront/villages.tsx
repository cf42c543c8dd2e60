import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listVillages, type VillageOnMap } from '#app/domain/villages/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { headTags } from './head.ts'
import { PlaceMap } from './place-map.tsx'
import { publicOrigin, publicPage } from './public.server.ts'
import { villagePlaces } from './villages-on-map.tsx'

export const headers = () => publicPage

export async function loader() {
  const villages = await listVillages(db)
  const head = {
    title: t('shop.villages_title'),
    description: t('shop.villages_description'),
    path: paths.villages,
    origin: publicOrigin(),
  }
  return { head, villages }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Villages() {
  const { villages } = useLoaderData<typeof loader>()
  return (
    <section className="page-head with-map with-list">
      <div>
        <h1>{say({ key: 'shop.villages_heading', count: villages.length })}</h1>
        <p className="intro">{t('shop.home_villages_help')}</p>
      </div>
      <PlaceMap
        title={say({ key: 'shop.map_villages', count: villages.length })}
        places={villagePlaces(villages)}
      />
      <div className="districts">
        {districtsOf(villages).map(({ name, villages }) => (
          <div key={name}>
            <h2>{name}</h2>
            <ul className="lines">
              {villages.map((village) => (
                <li key={village.slug}>
                  <a href={paths.village(village.slug)}>
                    <span>{village.name}</span>
                    <span className="quiet small numbers">
                      {say({ key: 'shop.count_products', count: village.products })}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function districtsOf(villages: VillageOnMap[]) {
  const isOneCity = new Set(villages.map(({ cityName }) => cityName)).size === 1
  const byDistrict = Map.groupBy(villages, ({ district, cityName }) =>
    isOneCity ? district : `${district}, ${cityName}`,
  )
  return [...byDistrict].map(([place, ofPlace]) => ({
    name: say({ key: 'shop.district', name: place }),
    villages: ofPlace,
  }))
}
