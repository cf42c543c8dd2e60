import { expect, test } from 'vitest'
import { problemsIn } from '#app/domain/shelf-plans/draft.ts'
import { waysOut } from '#app/domain/shelf-plans/ways-out.ts'
import { aBoard, aPack, aPlacement, aScene, drawn, taken } from '#tests/support/plans.ts'

const scene = aScene({
  boards: [aBoard({ taken: [taken(640, 1200)] }), aBoard({ id: 'shf_2', level: 2 })],
  variants: { var_1: aPack(), var_2: aPack({ name: 'Kentang', widthMm: 180 }) },
})

test('a refused pack may take fewer facings, a facing of its neighbour, or another board', () => {
  const draft = drawn(aPlacement({ facings: 2 }))
  const refused = aPlacement({ id: 'plc_2', variantId: 'var_2', startMm: 320, facings: 2 })
  const ways = waysOut(draft, scene, refused)
  expect(ways.map(({ draft: _, ...way }) => way)).toEqual([
    { kind: 'fewer', facings: 1 },
    { kind: 'shrink', name: 'Keripik Apel' },
    { kind: 'board', level: 2 },
  ])
  for (const way of ways) expect(problemsIn(way.draft, scene).size).toBe(0)
})

test('where nothing helps, nothing is offered', () => {
  const high = aScene({ variants: { var_1: aPack({ heightMm: 500 }) } })
  expect(waysOut(drawn(), high, aPlacement())).toEqual([])
})
