import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsOf } from '#app/domain/catalogue/card-queries.server.ts'
import { requireCooperativeProfile } from '#app/domain/organisations/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Crumbs } from './crumbs.tsx'
import { headTags } from './head.ts'
import { Lines } from './lines.tsx'
import { MakersGoods } from './makers-goods.tsx'
import { publicOrigin, publicPage, slugOf } from './public.server.ts'
import { villageName } from './words.ts'

export const headers = () => publicPage

export async function loader({ params }: LoaderFunctionArgs) {
  const today = dayOf(new Date())
  const cooperative = await orErrorPage(requireCooperativeProfile(db, slugOf(params), today))
  const cards = await listCardsOf(db, today, { cooperativeId: cooperative.id }, 48)
  const head = {
    title: cooperative.shortName,
    description: say({
      key: 'shop.cooperative_description',
      name: cooperative.name,
      village: villageName(cooperative.village),
    }),
    path: paths.cooperativeProfile(cooperative.slug),
    origin: publicOrigin(),
    imageHash: cards[0]?.photoHash,
  }
  return { head, cooperative, cards }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Cooperative() {
  const { cooperative, cards } = useLoaderData<typeof loader>()
  const { village, producers, stores } = cooperative
  const counted = ({ slug, name, products }: (typeof stores)[number], to: (slug: string) => string) => ({
    to: to(slug),
    name,
    note: say({ key: 'shop.count_products', count: products }),
  })
  return (
    <>
      <Crumbs
        steps={[
          { to: paths.villages, name: t('shop.villages_title') },
          { to: paths.village(village.slug), name: villageName(village) },
        ]}
        here={cooperative.shortName}
      />
      <section className="page-head two-columns">
        <div>
          <h1>{cooperative.shortName}</h1>
          <p className="intro">{cooperative.story || cooperative.name}</p>
          <p className="quiet">
            {cooperative.name}.{' '}
            <a className="link" href={paths.village(village.slug)}>
              {villageName(village)}
            </a>
          </p>
        </div>
        <div>
          <h2>{t('shop.cooperative_members')}</h2>
          <Lines lines={producers.map((producer) => counted(producer, paths.producerProfile))} />
          <h2>{t('shop.cooperative_stores')}</h2>
          {stores.length === 0 && <p className="quiet">{t('shop.cooperative_no_stores')}</p>}
          <Lines lines={stores.map((store) => counted(store, paths.store))} />
        </div>
      </section>
      <MakersGoods heading={t('shop.cooperative_goods')} cards={cards} words={cooperative.shortName} />
    </>
  )
}
