import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMet, listUnmet } from '#app/domain/demand/queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import demandUrl from '#app/styles/demand.css?url'
import { SoughtTable } from '../sought-table.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: demandUrl }]
export const meta: MetaFunction = () => [{ title: `${t('demand.searches')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const today = dayOf(new Date())
  const [unmet, met] = await Promise.all([listUnmet(db, operator, today), listMet(db, operator, today)])
  return { unmet, met }
}

export default function Searches() {
  const { unmet, met } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('demand.searches')}</h1>
          <p className="quiet">{t('demand.searches_why')}</p>
        </div>
      </header>
      <section aria-labelledby="belum-ada">
        <h2 id="belum-ada">{t('demand.title')}</h2>
        {unmet.length === 0 ? (
          <p className="empty">{t('demand.none')}</p>
        ) : (
          <SoughtTable sought={unmet} labelledBy="belum-ada" />
        )}
      </section>
      <section aria-labelledby="ada">
        <h2 id="ada">{t('demand.met')}</h2>
        {met.length === 0 ? (
          <p className="empty">{t('demand.met_none')}</p>
        ) : (
          <SoughtTable sought={met} labelledBy="ada" />
        )}
      </section>
    </main>
  )
}
