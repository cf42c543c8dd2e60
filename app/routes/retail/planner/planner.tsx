import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { Draft } from '#app/domain/shelf-plans/draft.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatClock } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { layoutOf } from '#app/ui/shelf-geometry.ts'
import { Context } from './context.tsx'
import { DragGhost } from './drag-ghost.tsx'
import { drawnBookings, drawnPlacement, usedMm } from './drawn.ts'
import { OrderPanel } from './order-panel.tsx'
import { PlaceForm } from './place-form.tsx'
import { PlacementList } from './placement-list.tsx'
import { PlannedDrawing } from './planned-drawing.tsx'
import type { PlannerData } from './planner-data.server.ts'
import type { Problems } from './problems.ts'
import { Strip } from './strip.tsx'
import { Tray } from './tray.tsx'
import { useDrag } from './use-drag.ts'
import { useKeys } from './use-keys.ts'
import { type Saving, usePlanSaving } from './use-plan-saving.ts'
import { usePlanner } from './use-planner.ts'
import { useTraySearch } from './use-tray-search.ts'

type PlannerProps = { data: PlannerData; problems: Problems; typed: Record<string, unknown> | null }

/** The planner: tray, drawing, order and what is selected, around one draft. */
export function Planner({ data, problems: said, typed }: PlannerProps) {
  const {
    fixture,
    boards,
    bookings,
    plan,
    targets,
    chain,
    ppn,
    period,
    membershipId,
    words,
    offered,
    nextId,
  } = data
  const tray = useTraySearch(paths.retail.fixtureProducts(fixture.id), { words, found: offered })
  const met = useRef(data.variants)
  const variants = useMemo(() => {
    const found = Object.fromEntries([...offered, ...tray.found].map((variant) => [variant.id, variant]))
    met.current = { ...met.current, ...found, ...data.variants }
    return met.current
  }, [offered, tray.found, data.variants])
  const rules = useMemo(() => ({ chain, ppn }), [chain, ppn])
  const { scene, state, dispatch, problems, applied, proposal, chosen, choose } = usePlanner({
    fixture,
    boards,
    draft: plan.draft,
    variants,
    targets,
    chosen: data.chosen,
    rules,
  })
  const { saving, flush } = usePlanSaving({
    url: paths.retail.fixturePlan(fixture.id),
    membershipId,
    period,
    kept: { planId: plan.id, version: plan.version },
    keptAt: plan.changedAt,
    draft: state.draft,
  })
  const [area, ghost] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const [search, form] = [useRef<HTMLInputElement>(null), useRef<HTMLFormElement>(null)]
  const layout = useMemo(() => layoutOf(fixture.shelves, 'full'), [fixture.shelves])
  const { drag, start } = useDrag({ drawing: area, ghost, layout, state, scene, dispatch })
  useKeys({
    dispatch,
    search: () => search.current?.focus(),
    order: () => form.current?.requestSubmit(),
    isOn: true,
  })
  const shown = useStillTrue(said, state.draft)
  const submit = useSubmit()
  const isBusy = useNavigation().formData?.get('intent') === 'order'

  // What was drawn last goes to the server first: the order is of a version that it knows.
  async function order(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const target = event.currentTarget
    const kept = await flush()
    if (!kept) return
    const body = new FormData(target)
    body.set('intent', 'order')
    body.set('planId', kept.planId ?? '')
    body.set('version', String(kept.version))
    submit(body, { method: 'post' })
  }

  const booked = useMemo(() => drawnBookings(bookings, period.startsOn), [bookings, period.startsOn])
  const own = state.draft.placements.flatMap((placement) => drawnPlacement(placement, scene) ?? [])
  const hidden = { membershipId, startsOn: period.startsOn, endsOn: period.endsOn }
  const title = say({ key: 'planner.title', fixture: fixture.name, store: fixture.store.name })
  return (
    <main className="planner">
      <Context
        data={data}
        used={usedMm(boards, [...booked.items, ...own], booked.blocks)}
        copy={
          data.before.length
            ? () => dispatch({ do: 'copy', before: data.before, idFor: () => newId('placement') })
            : null
        }
      />
      <Tabs />
      <section className="picture" id="rak" aria-label={t('planner.shelf')}>
        <div className="picture-frame">
          <PlannedDrawing
            title={title}
            shelves={fixture.shelves}
            booked={booked}
            area={area}
            startDrag={start}
            {...{ scene, state, problems, layout, drag, dispatch }}
          />
        </div>
      </section>
      <aside className="tray" id="produk" aria-label={t('planner.products')}>
        <h2>{t('planner.put_products')}</h2>
        <Tray
          {...tray}
          draft={state.draft}
          scene={scene}
          draggedId={drag?.isFromTray ? drag.placement.variantId : null}
          search={search}
          hidden={{ ...hidden, nextId, query: data.query }}
          put={(variantId) => dispatch({ do: 'put', id: newId('placement'), variantId })}
          startDrag={(event, variantId, origin) =>
            start(event, { placement: unplaced(variantId), how: 'carry', isFromTray: true }, origin)
          }
        />
        <PlaceForm
          products={tray.found}
          levels={fixture.shelves.map(({ level }) => level)}
          hidden={{ ...hidden, placementId: `${nextId}x` }}
          problems={shown}
          typed={typed}
          refused={state.refused?.isTyped ? state.said : null}
          place={(typed) => dispatch({ do: 'type', id: newId('placement'), ...typed })}
        />
      </aside>
      <aside className="order" id="pesanan" aria-label={t('planner.order')}>
        <OrderPanel
          {...{ proposal, applied, chosen, choose }}
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

const nothingWrong: Problems = { form: [], fields: {} }

// What an answer found wrong is shown until the draft is another.
function useStillTrue(said: Problems, draft: Draft): Problems {
  const [seen, setSeen] = useState({ said, draft })
  if (seen.said !== said) setSeen({ said, draft })
  return seen.said === said && seen.draft === draft ? said : nothingWrong
}

const unplaced = (variantId: string) => ({
  id: newId('placement'),
  shelfId: '',
  variantId,
  startMm: 0,
  facings: 1,
})

function Tabs() {
  const tabs = [
    ['#rak', t('planner.shelf')],
    ['#produk', t('planner.product')],
    ['#pesanan', t('planner.order_short')],
  ] as const
  return (
    <nav className="tabs" aria-label={t('planner.parts')}>
      {tabs.map(([to, text]) => (
        <a key={to} href={to}>
          {text}
        </a>
      ))}
    </nav>
  )
}

function SavingStatus({ saving }: { saving: Saving }): ReactNode {
  switch (saving.is) {
    case 'kept':
      return saving.at ? say({ key: 'planner.saved', at: formatClock(saving.at) }) : t('planner.unsaved')
    case 'saving':
      return t('planner.saving')
    case 'offline':
      return <span className="wait">{t('planner.offline')}</span>
    case 'refused':
      return <span className="stop">{saving.text}</span>
    case 'lost':
      return (
        <span className="stop">
          {saving.text}{' '}
          <button type="button" className="link" onClick={() => location.reload()}>
            {t('planner.reload')}
          </button>
        </span>
      )
  }
}
