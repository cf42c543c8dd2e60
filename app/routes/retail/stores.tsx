import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listStores } from '#app/domain/stores/queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { className } from './store-class.ts'

export const meta: MetaFunction = () => [{ title: `${t('retail.stores')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  return { stores: await orErrorPage(listStores(db, member, dayOf(new Date()))) }
}

export default function Stores() {
  const { stores } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <h1>{t('retail.stores')}</h1>
      {stores.length === 0 && <p className="empty">{t('retail.no_stores')}</p>}
      {stores.length > 0 && (
        <table className="table stores">
          <thead>
            <tr>
              <th scope="col">{t('planner.store')}</th>
              <th scope="col" className="number">
                {t('retail.fixtures')}
              </th>
              <th scope="col" className="number">
                {t('retail.used_today')}
              </th>
              <th scope="col" className="number">
                {t('planner.free')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <tr key={store.id}>
                <th scope="row">
                  <Link className="link" to={paths.retail.store(store.id)}>
                    {store.name}
                  </Link>
                  <small>
                    {className(store.class)}, {store.address}
                  </small>
                </th>
                <td className="number">{store.fixtures}</td>
                <td className="number">
                  {say({
                    key: 'planner.used_of',
                    used: formatNumber(store.usedMm),
                    whole: formatMm(store.widthMm),
                  })}
                  <Bar used={store.usedMm} whole={store.widthMm} />
                </td>
                <td className="number">{formatMm(store.widthMm - store.usedMm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  )
}

function Bar({ used, whole }: { used: number; whole: number }) {
  return (
    <svg className="bar-of" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" />
      <rect className="used" width={whole ? (used / whole) * 100 : 0} height="4" />
    </svg>
  )
}
