import { messageOf } from '#app/domain/shelf-orders/keep-to-shelves.ts'
import type { Message } from '#app/messages/say.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { boardOf, type Problem, type Scene } from './draft.ts'
import type { Miss } from './spots.ts'

type Any = Problem | Miss

/** Why something cannot stand on a board, as a sentence: by how many mm or kg. */
export function problemMessage(problem: Any, name: string, level: number): Message {
  switch (problem.kind) {
    case 'overlap':
      return { key: 'plan.overlap', name, level, by: formatMm(problem.byMm), other: problem.with }
    case 'full':
      return { key: 'plan.full', name, level, by: formatMm(problem.byMm) }
    case 'gone':
      return { key: 'plan.gone', name }
    default:
      return messageOf(problem, name, level)
  }
}

/** The same in two or three words: on the flag of what was refused, and in the tray. */
export function shortMessage(problem: Any): Message {
  switch (problem.kind) {
    case 'overlap':
    case 'full':
    case 'too_wide':
      return { key: 'plan.short_of', by: formatMm(problem.byMm) }
    case 'too_high':
      return { key: 'plan.too_high_by', by: formatMm(problem.byMm) }
    case 'too_deep':
      return { key: 'plan.too_deep_by', by: formatMm(problem.byMm) }
    case 'too_heavy':
      return { key: 'plan.too_heavy_by', by: formatNumber(Math.ceil(problem.byG / 100) / 10) }
    case 'wrong_storage':
      return { key: `plan.needs.${problem.needs}` }
    case 'gone':
      return { key: 'plan.not_sold' }
  }
}

// Of "Taruh produk" and of moving: where it stands is at fault, or on which board.
const fieldOf = ({ kind }: Any) => (kind === 'overlap' || kind === 'too_wide' ? 'startMm' : 'level')

/** What does not fit on a board as a refusal, at the field at fault. */
export function refusalOf(problems: Any[], name: string, scene: Scene, shelfId: string): Refusal {
  const [problem] = problems
  if (!problem) throw new Error(`${name} was refused without a reason`)
  const message = problemMessage(problem, name, boardOf(scene, shelfId)?.level ?? 0)
  return new Refusal('invalid', message, { [fieldOf(problem)]: message })
}
