import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsInStore } from '#app/domain/catalogue/card-queries.server.ts'
import { requireStore, type ShownStore } from '#app/domain/stores/public-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Aisle } from './aisle.tsx'
import { Cards } from './cards.tsx'
import { Crumbs } from './crumbs.tsx'
import { headTags } from './head.ts'
import { publicOrigin, publicPage, slugOf } from './public.server.ts'
import { StandingShelf } from './standing-shelf.tsx'
import { className, storageName } from './words.ts'

export const headers = () => publicPage

export async function loader({ params }: LoaderFunctionArgs) {
  const today = dayOf(new Date())
  const store = await orErrorPage(requireStore(db, slugOf(params), today))
  const cards = await listCardsInStore(db, today, store.id)
  const head = {
    title: store.name,
    description: say({ key: 'shop.store_description', ...store }),
    path: paths.store(store.slug),
    origin: publicOrigin(),
    imageHash: cards[0]?.photoHash,
  }
  return { head, store, cards }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export default function Store() {
  const { store, cards } = useLoaderData<typeof loader>()
  return (
    <>
      <Crumbs steps={[{ to: paths.stores, name: t('shop.stores_title') }]} here={store.name} />
      <section className="page-head">
        <div>
          <h1>{store.name}</h1>
          <p className="intro">
            {className(store.class)}, {store.chainName}
          </p>
          <p className="quiet">
            {say({ key: 'shop.store_hours', address: store.address, hours: store.hours })}
          </p>
        </div>
      </section>
      <Fixtures store={store} />
      {cards.length > 0 ? (
        <Aisle isWide heading={t('shop.store_goods')}>
          <Cards cards={cards} />
        </Aisle>
      ) : (
        <section className="part">
          <p className="empty">
            {t('shop.store_goods_none')}{' '}
            <a className="link" href={paths.catalogue}>
              {t('shop.lost_catalogue')}
            </a>
          </p>
        </section>
      )}
    </>
  )
}

/** The fixtures on which our goods stand, drawn; the others by name. */
function Fixtures({ store }: { store: ShownStore }) {
  const hasOurs = ({ shelves }: ShownStore['fixtures'][number]) =>
    shelves.some(({ items }) => items.length > 0)
  const [ours, others] = [store.fixtures.filter(hasOurs), store.fixtures.filter((one) => !hasOurs(one))]
  return (
    <section className="part">
      {ours.length > 0 && (
        <>
          <h2>{t('shop.store_fixtures')}</h2>
          <p className="quiet small">{t('shop.store_scale')}</p>
          <ul className="fixtures">
            {ours.map(({ name, storage, shelves }) => (
              <li key={name}>
                <h3>{say({ key: 'shop.store_fixture', name, storage: storageName(storage) })}</h3>
                <StandingShelf
                  title={say({
                    key: 'shop.store_fixture_drawing',
                    name,
                    store: store.name,
                    levels: shelves.length,
                  })}
                  shelves={shelves}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <p className="quiet">
          {say({ key: 'shop.store_other_fixtures', names: others.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </section>
  )
}
