import { useMemo, useRef } from 'react'
import { lastDayOf } from '#app/domain/shelf-plans/period.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.ts'
import { layoutOf } from '#app/ui/shelf-geometry.ts'
import { Context } from './context.tsx'
import { DragGhost } from './drag-ghost.tsx'
import { OrderPanel } from './order-panel.tsx'
import { PlacementList } from './placement-list.tsx'
import { PlannedDrawing } from './planned-drawing.tsx'
import type { PlannerData } from './planner-data.server.ts'
import { SavingStatus, Tabs } from './planner-parts.tsx'
import type { Problems } from './problems.ts'
import { Strip } from './strip.tsx'
import { TraySide } from './tray-side.tsx'
import { useDrag } from './use-drag.ts'
import { useKeys } from './use-keys.ts'
import { useOrdering, useStillTrue } from './use-ordering.ts'
import { usePlanSaving } from './use-plan-saving.ts'
import { usePlanner } from './use-planner.ts'
import { useTraySearch } from './use-tray-search.ts'

type PlannerProps = { data: PlannerData; problems: Problems; typed: Record<string, unknown> | null }

/** The planner: tray, drawing, order and what is selected, around one draft. */
export function Planner({ data, problems: said, typed }: PlannerProps) {
  const { fixture, plan, period, membershipId, words, offered } = data
  const tray = useTraySearch(trayUrl(fixture.id, data.period), { words, found: offered })
  const planner = usePlanner(data, tray.found)
  const { scene, state, dispatch, problems } = planner
  const { saving, flush } = usePlanSaving({
    url: paths.retail.fixturePlan(fixture.id),
    membershipId,
    period,
    kept: { planId: plan.id, version: plan.version },
    keptAt: plan.changedAt,
    draft: state.draft,
  })
  const { form, order, isBusy } = useOrdering(flush)
  const shown = useStillTrue(said, state.draft)
  const [area, ghost] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const search = useRef<HTMLInputElement>(null)
  const layout = useMemo(() => layoutOf(fixture.shelves, 'full'), [fixture.shelves])
  const { drag, start } = useDrag({ drawing: area, ghost, layout, state, scene, dispatch })
  useKeys({
    dispatch,
    search: () => search.current?.focus(),
    order: () => form.current?.requestSubmit(),
  })
  const hidden = { membershipId, startsOn: period.startsOn, endsOn: period.endsOn }
  return (
    <main className="planner">
      <Context
        data={data}
        used={planner.used}
        copy={
          data.before.length
            ? () => dispatch({ do: 'copy', before: data.before, idFor: () => newId('placement') })
            : null
        }
      />
      <Tabs />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, with keys too */}
      <section className="picture" id="rak" aria-label={t('planner.shelf')} tabIndex={0}>
        <div className="picture-frame">
          <PlannedDrawing
            title={say({ key: 'planner.title', fixture: fixture.name, store: fixture.store.name })}
            shelves={fixture.shelves}
            booked={planner.booked}
            area={area}
            startDrag={start}
            {...{ scene, state, problems, layout, drag, dispatch }}
          />
        </div>
      </section>
      <TraySide {...{ data, planner, tray, drag, search, typed }} startDrag={start} problems={shown} />
      <aside className="order" id="pesanan" aria-label={t('planner.order')}>
        <OrderPanel
          {...planner}
          selectedVariantId={
            state.draft.placements.find(({ id }) => id === state.selectedId)?.variantId ?? null
          }
          setAmount={(amount) => dispatch({ do: 'amount', amount })}
          problems={shown}
          hidden={{ ...hidden, orderId: data.orderId, planId: plan.id ?? '', version: String(plan.version) }}
          status={<SavingStatus saving={saving} />}
          isBusy={isBusy}
          form={form}
          onSubmit={order}
        />
      </aside>
      <section className="strip" aria-label={t('planner.selection')}>
        <noscript>
          <PlacementList draft={plan.draft} scene={scene} hidden={hidden} />
        </noscript>
        <Strip state={state} scene={scene} problems={problems} dispatch={dispatch} />
      </section>
      <p className="visually-hidden" aria-live="polite">
        {state.said && <span key={state.turn}>{say(state.said)}</span>}
      </p>
      {drag?.how === 'carry' && <DragGhost area={ghost} placement={drag.placement} scene={scene} />}
    </main>
  )
}

// What is free, and what it costs, depends on the day the plan begins.
const trayUrl = (fixtureId: string, period: PlannerData['period']): string => {
  const days = new URLSearchParams({ mulai: period.startsOn, sampai: lastDayOf(period) })
  return `${paths.retail.fixtureProducts(fixtureId)}?${days}`
}
