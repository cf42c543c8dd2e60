import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listUnmet } from '#app/domain/demand/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import demandUrl from '#app/styles/demand.css?url'
import { SoughtTable } from '../sought-table.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: demandUrl }]
export const meta: MetaFunction = () => [{ title: `${t('demand.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  return { sought: await listUnmet(db, officer, dayOf(new Date())) }
}

export default function Demand() {
  const { sought } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <div>
          <h1 id="dicari">{t('demand.title')}</h1>
          <p className="quiet">{t('demand.why')}</p>
        </div>
      </header>
      {sought.length === 0 ? (
        <p className="empty">{t('demand.none')}</p>
      ) : (
        <SoughtTable sought={sought} labelledBy="dicari" listAt={paths.cooperative.newProductNamed} />
      )}
    </main>
  )
}
