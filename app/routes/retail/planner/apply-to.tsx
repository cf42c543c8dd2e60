import type { Applied, Misplaced } from '#app/domain/shelf-plans/apply-plan.ts'
import { shortMessage } from '#app/domain/shelf-plans/problems.ts'
import { say, t } from '#app/messages/say.ts'
import type { Problems } from './problems.ts'

type ApplyToProps = {
  applied: Applied[]
  chosen: string[]
  choose: (fixtureIds: string[]) => void
  problems: Problems
}

/** The same plan on the same fixture in other stores: what fits is ordered, what does not is listed. */
export function ApplyTo({ applied, chosen, choose, problems }: ApplyToProps) {
  if (applied.length === 0) return null
  return (
    <fieldset className="apply-to">
      <legend>{t('planner.apply_to')}</legend>
      {applied.map(({ fixture, placements, misplaced }) => {
        const { id } = fixture
        const isChosen = chosen.includes(id)
        return (
          <div key={id}>
            <label className="check">
              <input
                type="checkbox"
                name="fixtureIds"
                value={id}
                checked={isChosen}
                onChange={() => choose(isChosen ? chosen.filter((other) => other !== id) : [...chosen, id])}
              />
              <span>
                {fixture.storeName}, {fixture.name}
                <small>{summary(placements.length, misplaced.length)}</small>
              </span>
            </label>
            {misplaced.length > 0 && (
              <details open={isChosen}>
                <summary>{say({ key: 'planner.apply_see', count: misplaced.length })}</summary>
                <ul className={isChosen ? 'stop' : undefined}>
                  {misplaced.map((miss) => (
                    <li key={miss.placement.id}>{missText(miss)}</li>
                  ))}
                </ul>
              </details>
            )}
            {problems.fields[`stores.${id}`] && (
              <p className="stop">{problems.fields[`stores.${id}`]?.join(' ')}</p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

function summary(fitting: number, missing: number): string {
  if (missing === 0) return t('planner.apply_all')
  if (fitting === 0) return t('planner.apply_none')
  return say({ key: 'planner.apply_some', fitting, all: fitting + missing })
}

function missText({ name, level, problem }: Misplaced): string {
  return problem.kind === 'no_board'
    ? say({ key: 'plan.no_board', name, level })
    : say({ key: 'planner.apply_miss', name, level, why: say(shortMessage(problem)) })
}
