import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { getCity } from '#app/domain/city/queries.server.ts'
import { requireCity } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import portalUrl from '#app/styles/portal.css?url'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Portal } from '../portal.tsx'
import { WaitingLines } from './waiting-lines.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: portalUrl },
  { rel: 'stylesheet', href: stylesUrl },
]
export const meta: MetaFunction = () => [{ title: `${t('city.home')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const overseer = await requireCity(request)
  return { overseer, city: await getCity(db, overseer), now: new Date() }
}

export default function CityPage() {
  const { overseer, city, now } = useLoaderData<typeof loader>()
  return (
    <Portal
      actor={overseer}
      label={t('city.label')}
      home={paths.city.home}
      links={[{ to: paths.city.home, text: t('city.home') }]}
    >
      <main className="page city">
        <h1>{say({ key: 'city.title', city: city.name })}</h1>
        <section aria-labelledby="po">
          <h2 id="po">{t('city.orders')}</h2>
          <WaitingLines lines={city.orders} now={now} none={t('city.orders_none')} unit="city.count_orders" />
        </section>
        <section aria-labelledby="usulan">
          <h2 id="usulan">{t('city.proposals')}</h2>
          <WaitingLines
            lines={city.proposals}
            now={now}
            none={t('city.proposals_none')}
            unit="city.count_proposals"
          />
        </section>
        <section className="village-counts" aria-labelledby="desa">
          <h2 id="desa">{t('city.villages')}</h2>
          {city.villages.length === 0 && <p className="quiet">{t('city.villages_none')}</p>}
          <ul className="rows">
            {city.villages.map(({ slug, name, district, products }) => (
              <li key={slug}>
                <p>
                  <Link className="link" to={paths.village(slug)}>
                    {name}
                  </Link>
                  <span className="quiet small">{district}</span>
                </p>
                <span className={products ? 'numbers' : 'wait small'}>
                  {products ? say({ key: 'city.products', count: products }) : t('city.no_products')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </Portal>
  )
}
