import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsOf } from '#app/domain/catalogue/card-queries.server.ts'
import { listVillages, requireVillage } from '#app/domain/villages/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Crumbs } from './crumbs.tsx'
import { headTags } from './head.ts'
import { Lines } from './lines.tsx'
import { MakersGoods } from './makers-goods.tsx'
import { PlaceMap } from './place-map.tsx'
import { publicOrigin, publicPage, slugOf } from './public.server.ts'
import { villagePlaces } from './villages-on-map.tsx'
import { villageName } from './words.ts'

export const headers = () => publicPage

export async function loader({ params }: LoaderFunctionArgs) {
  const slug = slugOf(params)
  const [village, villages, cards] = await Promise.all([
    orErrorPage(requireVillage(db, slug)),
    listVillages(db),
    listCardsOf(db, dayOf(new Date()), { villageSlug: slug }, 48),
  ])
  const head = {
    title: villageName(village),
    description: say({ key: 'shop.village_description', village: villageName(village) }),
    path: paths.village(slug),
    origin: publicOrigin(),
    imageHash: cards[0]?.photoHash,
  }
  return { head, village, villages, cards }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Village() {
  const { village, villages, cards } = useLoaderData<typeof loader>()
  return (
    <>
      <Crumbs steps={[{ to: paths.villages, name: t('shop.villages_title') }]} here={village.name} />
      <section className="page-head with-map">
        <div>
          <h1>{villageName(village)}</h1>
          <p className="intro">
            {say({ key: 'shop.district', name: `${village.district}, ${village.cityName}` })}
          </p>
          <h2>{t('shop.village_cooperative')}</h2>
          <Lines
            lines={village.cooperatives.map(({ slug, name }) => ({
              to: paths.cooperativeProfile(slug),
              name,
            }))}
          />
          <h2>{t('shop.village_producers')}</h2>
          {village.producers.length === 0 && <p className="quiet">{t('shop.village_no_producers')}</p>}
          <Lines
            lines={village.producers.map(({ slug, name, products }) => ({
              to: paths.producerProfile(slug),
              name,
              note: say({ key: 'shop.count_products', count: products }),
            }))}
          />
        </div>
        <PlaceMap
          title={say({ key: 'shop.map_one', name: villageName(village) })}
          places={villagePlaces(villages)}
          current={village.slug}
        />
      </section>
      <MakersGoods heading={t('shop.village_goods')} cards={cards} words={village.name} />
    </>
  )
}
