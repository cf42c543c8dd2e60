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
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { ShelfDrawing } from '#app/ui/shelf-drawing.tsx'
import { drawnBookings } from './planner/drawn.ts'
import { className } from './store-class.ts'

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
        {store.fixtures.map((fixture) => {
          const booked = drawnBookings(fixture.bookings, today)
          // What stands there today is in colour; what comes later is dim.
          const today_ = new Set(
            fixture.bookings.filter(({ startsOn }) => startsOn <= today).map(({ id }) => id),
          )
          const items = booked.items.map((item) => ({
            ...item,
            state: today_.has(item.key) ? undefined : ('dim' as const),
          }))
          const whole = fixture.shelves.reduce((sum, { widthMm }) => sum + widthMm, 0)
          const used = fixture.bookings
            .filter(({ id }) => today_.has(id))
            .reduce((sum, { startMm, endMm }) => sum + endMm - startMm, 0)
          return (
            <li key={fixture.id}>
              <Link to={paths.retail.fixture(fixture.id)} className="fixture">
                <h2>{fixture.name}</h2>
                <ShelfDrawing
                  title={say({ key: 'planner.title', fixture: fixture.name, store: store.name })}
                  shelves={fixture.shelves}
                  items={items}
                  blocks={booked.blocks}
                  size="small"
                />
              </Link>
              <p className="quiet small">{fixture.model}</p>
              <p className="small numbers">
                {say({
                  key: 'retail.used_now',
                  used: formatNumber(used),
                  whole: formatMm(whole),
                  free: formatMm(whole - used),
                })}
              </p>
              {mayPlan && (
                <Link className="button second dense" to={paths.retail.fixture(fixture.id)}>
                  {say({ key: 'retail.plan_fixture', fixture: fixture.name })}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      <p className="quiet small">
        {say({ key: 'retail.dim_means', period: formatPeriod(period.startsOn, period.endsOn) })}
      </p>
    </main>
  )
}
