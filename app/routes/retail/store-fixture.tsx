import { Link } from '@remix-run/react'
import type { Booking } from '#app/domain/stores/fixture-queries.server.ts'
import { say } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import type { Day } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { type DrawnShelf, ShelfDrawing } from '#app/ui/shelf-drawing.tsx'
import { drawnBookings } from './planner/drawn.ts'

type Fixture = { id: string; name: string; model: string; shelves: DrawnShelf[]; bookings: Booking[] }
type StoreFixtureProps = {
  fixture: Fixture
  storeName: string
  today: Day
  widestMm: number
  mayPlan: boolean
}

/** How wide a fixture is, so that those of a store are drawn at one scale. */
export const widthOf = ({ shelves }: { shelves: DrawnShelf[] }): number =>
  Math.max(1, ...shelves.map((shelf) => shelf.widthMm))

/** A fixture as it stands today; what comes later is dim. */
export function StoreFixture({ fixture, storeName, today, widestMm, mayPlan }: StoreFixtureProps) {
  const standing = fixture.bookings.filter(({ startsOn }) => startsOn <= today)
  const { items, blocks } = drawnBookings(fixture.bookings, today)
  const whole = fixture.shelves.reduce((sum, { widthMm }) => sum + widthMm, 0)
  const used = standing.reduce((sum, { startMm, endMm }) => sum + endMm - startMm, 0)
  return (
    <li>
      <Link to={paths.retail.fixture(fixture.id)} className="fixture">
        <h2>{fixture.name}</h2>
        <div style={{ width: `${(widthOf(fixture) / widestMm) * 100}%` }}>
          <ShelfDrawing
            title={say({ key: 'planner.title', fixture: fixture.name, store: storeName })}
            shelves={fixture.shelves}
            items={items.map((item) => ({
              ...item,
              state: standing.some(({ id }) => id === item.key) ? undefined : ('dim' as const),
            }))}
            blocks={blocks}
            size="small"
          />
        </div>
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
}
