import type { RefObject } from 'react'
import { t } from '#app/messages/say.ts'
import { newId } from '#app/platform/ids.ts'
import { PlaceForm } from './place-form.tsx'
import type { PlannerData } from './planner-data.server.ts'
import type { Problems } from './problems.ts'
import { Tray } from './tray.tsx'
import type { Drag, useDrag } from './use-drag.ts'
import type { usePlanner } from './use-planner.ts'
import type { useTraySearch } from './use-tray-search.ts'

type TraySideProps = {
  data: PlannerData
  planner: ReturnType<typeof usePlanner>
  tray: ReturnType<typeof useTraySearch>
  drag: Drag | null
  startDrag: ReturnType<typeof useDrag>['start']
  search: RefObject<HTMLInputElement>
  problems: Problems
  typed: Record<string, unknown> | null
}

/** Everything that puts a product on the shelf: from the tray, and by numbers. */
export function TraySide({ data, planner, tray, drag, startDrag, search, problems, typed }: TraySideProps) {
  const { state, scene, dispatch } = planner
  const { membershipId, period, nextId, fixture } = data
  const hidden = { membershipId, ...period }
  return (
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
          startDrag(event, { placement: unplaced(variantId), how: 'carry', isFromTray: true }, origin)
        }
      />
      <PlaceForm
        products={tray.found}
        levels={fixture.shelves.map(({ level }) => level)}
        hidden={{ ...hidden, placementId: `${nextId}x` }}
        problems={problems}
        typed={typed}
        refused={state.refused?.isTyped ? state.said : null}
        place={(placement) => dispatch({ do: 'type', id: newId('placement'), ...placement })}
      />
    </aside>
  )
}

const unplaced = (variantId: string) => ({
  id: newId('placement'),
  shelfId: '',
  variantId,
  startMm: 0,
  facings: 1,
})
