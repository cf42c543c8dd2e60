import type { ReactNode } from 'react'
import type { Board, Draft } from '#app/domain/shelf-plans/draft.ts'
import { say, t } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import { MembershipField } from '../../portal.tsx'
import type { PlannerScene } from './drawn.ts'

type PlacementListProps = {
  draft: Draft
  scene: PlannerScene
  hidden: { membershipId: string; startsOn: string; endsOn: string }
}

/** Without JavaScript: every placement with its buttons. Each says what should be, so pressing twice does it once. */
export function PlacementList({ draft, scene, hidden }: PlacementListProps) {
  const levelOf = (shelfId: string) => scene.boards.find(({ id }) => id === shelfId)?.level ?? 0
  const sorted = draft.placements.toSorted(
    (a, b) => levelOf(b.shelfId) - levelOf(a.shelfId) || a.startMm - b.startMm,
  )
  if (sorted.length === 0) return null
  return (
    <section className="placement-list" aria-label={t('planner.contents_title')}>
      <h2>{t('planner.contents_title')}</h2>
      <ul>
        {sorted.map(({ id, shelfId, startMm, facings, variantId }) => {
          const name = scene.variants[variantId]?.name ?? ''
          const level = levelOf(shelfId)
          const change = (
            kind: string,
            text: string,
            fields: Record<string, number> = {},
            inputs?: ReactNode,
          ) => (
            <form method="post">
              <MembershipField membershipId={hidden.membershipId} />
              <input type="hidden" name="startsOn" value={hidden.startsOn} />
              <input type="hidden" name="endsOn" value={hidden.endsOn} />
              <input type="hidden" name="placementId" value={id} />
              <input type="hidden" name="change.kind" value={kind} />
              {Object.entries(fields).map(([field, value]) => (
                <input key={field} type="hidden" name={`change.${field}`} value={value} />
              ))}
              {inputs}
              <button type="submit" name="intent" value="change" className="button second dense">
                {text}
                <span className="visually-hidden"> {name}</span>
              </button>
            </form>
          )
          return (
            <li key={id}>
              <p>
                <strong>{name}</strong>{' '}
                {say({ key: 'planner.stands_short', level, from: formatMm(startMm), facings })}
              </p>
              {change('facings', t('planner.step.more'), { facings: facings + 1 })}
              {facings > 1 && change('facings', t('planner.step.fewer'), { facings: facings - 1 })}
              {change('remove', t('planner.step.out'))}
              {change(
                'move',
                t('planner.move'),
                {},
                <Spot id={id} level={level} startMm={startMm} boards={scene.boards} />,
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type SpotProps = { id: string; level: number; startMm: number; boards: Board[] }

function Spot({ id, level, startMm, boards }: SpotProps) {
  return (
    <>
      <label htmlFor={`level-${id}`}>{t('planner.board')}</label>
      <select id={`level-${id}`} name="change.level" defaultValue={level}>
        {boards.map((board) => (
          <option key={board.id}>{board.level}</option>
        ))}
      </select>
      <label htmlFor={`start-${id}`}>{t('planner.from_left')}</label>
      <input
        id={`start-${id}`}
        name="change.startMm"
        type="number"
        min={0}
        max={10_000}
        defaultValue={startMm}
      />
    </>
  )
}
