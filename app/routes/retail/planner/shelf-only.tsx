import { say, t } from '#app/messages/say.ts'
import { ShelfDrawing } from '#app/ui/shelf-drawing.tsx'
import { Context } from './context.tsx'
import { drawnBookings, drawnPlacement, usedMm } from './drawn.ts'
import type { PlannerData } from './planner-data.server.ts'

/** The shelf for who may look but not plan. */
export function ShelfOnly({ data }: { data: PlannerData }) {
  const { fixture, boards, bookings, plan, period, variants } = data
  const booked = drawnBookings(bookings, period.startsOn)
  const own = plan.draft.placements.flatMap(
    (placement) => drawnPlacement(placement, { boards, variants }) ?? [],
  )
  const items = [
    ...booked.items.map((item) => ({ ...item, state: undefined })),
    ...own.map((item) => ({ ...item, state: 'dim' as const })),
  ]
  return (
    <main className="planner look">
      <Context data={data} used={usedMm(boards, items, booked.blocks)} />
      <section className="picture" aria-label={t('planner.shelf')}>
        <p className="quiet small">{t('planner.look_only')}</p>
        <ShelfDrawing
          title={say({ key: 'planner.title', fixture: fixture.name, store: fixture.store.name })}
          shelves={fixture.shelves}
          items={items}
          blocks={booked.blocks}
          size="full"
        />
      </section>
    </main>
  )
}
