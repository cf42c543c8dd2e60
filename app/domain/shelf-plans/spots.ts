// Where in what is still free a variant would stand. Pure.
import { firstFreeMm, freeSpansOf } from '#app/domain/shelves/rules.ts'
import {
  type Board,
  type Draft,
  type DraftedVariant,
  drawnOn,
  type Problem,
  problemsOf,
  type Scene,
} from './draft.ts'

/** Why a variant finds no place on a board. `full`: its widest gap is too narrow, by so much. */
export type Miss = Problem | { kind: 'full'; byMm: number }

/** How a variant does on one board: the millimetre where it first fits, or why it does not. */
export type Fit = { board: Board; startMm: number } | { board: Board; startMm: null; miss: Miss }

type Wanted = { variant: DraftedVariant; facings: number }

/** Where `facings` of a variant first fit on a board. */
export function fitOn(board: Board, draft: Draft, scene: Scene, { variant, facings }: Wanted): Fit {
  const taken = [...board.taken, ...drawnOn(board, draft.placements, scene.variants)]
  const neededMm = facings * variant.widthMm
  const startMm = firstFreeMm(board.widthMm, taken, neededMm)
  const trial = { id: '', shelfId: board.id, variantId: '', startMm: startMm ?? 0, facings }
  const problems = problemsOf(trial, variant, board, taken)
  // Without a gap, the trial at nought overlaps somebody; that is not the reason.
  const [miss] = startMm === null ? problems.filter(({ kind }) => !isAboutWidth(kind)) : problems
  if (miss) return { board, startMm: null, miss }
  if (startMm !== null) return { board, startMm }
  const gaps = freeSpansOf(board.widthMm, taken).map((gap) => gap.endMm - gap.startMm)
  return { board, startMm, miss: { kind: 'full', byMm: neededMm - Math.max(0, ...gaps) } }
}

const isAboutWidth = (kind: Miss['kind']) => kind === 'overlap' || kind === 'too_wide'

/** How a variant does on every board, from the floor up. */
export function fitsOf(draft: Draft, scene: Scene, variant: DraftedVariant, facings = 1): Fit[] {
  return scene.boards
    .toSorted((a, b) => a.level - b.level)
    .map((board) => fitOn(board, draft, scene, { variant, facings }))
}

// What a person could most easily put right comes first.
const ease: Miss['kind'][] = [
  'full',
  'overlap',
  'too_wide',
  'too_heavy',
  'too_high',
  'too_deep',
  'gone',
  'wrong_storage',
]
const sizeOf = (miss: Miss): number => ('byMm' in miss ? miss.byMm : 'byG' in miss ? miss.byG : 0)

/** The first board, from the floor up, on which it fits; otherwise the one that misses by least. */
export function firstFit(fits: Fit[]): Fit {
  const free = fits.find(({ startMm }) => startMm !== null)
  if (free) return free
  const [nearest] = fits.toSorted((a, b) => {
    if (a.startMm !== null || b.startMm !== null) return 0
    return ease.indexOf(a.miss.kind) - ease.indexOf(b.miss.kind) || sizeOf(a.miss) - sizeOf(b.miss)
  })
  if (!nearest) throw new Error('A fixture has at least one board')
  return nearest
}
