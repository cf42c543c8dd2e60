import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { nextPeriod } from '#app/domain/shelf-plans/period.ts'
import { requireStore } from '#app/domain/stores/queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { className } from './store-class.ts'
import { StoreFixture, widthOf } from './store-fixture.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.store.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  const today = dayOf(new Date())
  const period = { startsOn: today, endsOn: nextPeriod(today).endsOn }
  const store = await orErrorPage(requireStore(db, member, params.id ?? '', period))
  return { store, today, period, mayPlan: may(member, 'shelf.plan') }
}

export default function Store() {
  const { store, today, period, mayPlan } = useLoaderData<typeof loader>()
  const widestMm = Math.max(...store.fixtures.map(widthOf))
  return (
    <main className="page store-page">
      <header>
        <div>
          <h1>{store.name}</h1>
          <p className="quiet">
            {className(store.class)}, {store.address}. {store.hours}
          </p>
        </div>
        <Link className="link" to={paths.store(store.slug)}>
          {t('retail.public_page')}
        </Link>
      </header>
      {store.fixtures.length === 0 && <p className="empty">{t('retail.no_fixtures')}</p>}
      <ul className="fixtures">
        {store.fixtures.map((fixture) => (
          <StoreFixture
            key={fixture.id}
            fixture={fixture}
            storeName={store.name}
            today={today}
            widestMm={widestMm}
            mayPlan={mayPlan}
          />
        ))}
      </ul>
      <p className="quiet small">
        {say({ key: 'retail.dim_means', period: formatPeriod(period.startsOn, period.endsOn) })}
      </p>
    </main>
  )
}
