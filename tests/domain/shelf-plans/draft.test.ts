import { expect, test } from 'vitest'
import { place, problemsIn, remove, setAmount } from '#app/domain/shelf-plans/draft.ts'
import { aBoard, aPack, aPlacement, aScene, drawn, taken } from '#tests/support/plans.ts'

// Numbers that look random and are the same in every run.
function chances(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test.for(Array.from({ length: 50 }, (_, seed) => [seed + 1] as const))(
  'case %i: a placement fits exactly when no millimetre is asked for twice',
  ([seed]) => {
    const upTo = chances(seed)
    const widthMm = 300 + upTo(1200)
    const spans = Array.from({ length: upTo(4) }, () => {
      const startMm = upTo(widthMm - 40)
      return taken(startMm, startMm + 1 + upTo(Math.min(250, widthMm - startMm - 1)))
    })
    const pack = aPack({ widthMm: 40 + upTo(200) })
    const placement = aPlacement({ startMm: upTo(widthMm), facings: 1 + upTo(4) })
    // Laid out millimetre by millimetre, with the spans of others as they lie on each other.
    const layers = new Array<number>(4_000).fill(0)
    for (const { startMm, endMm } of spans)
      for (let mm = startMm; mm < endMm; mm++) layers[mm] = (layers[mm] ?? 0) + 1
    const endMm = placement.startMm + placement.facings * pack.widthMm
    const overlapMm = layers.slice(placement.startMm, endMm).reduce((sum, layer) => sum + layer, 0)
    const overMm = Math.max(0, endMm - widthMm)

    const scene = aScene({ boards: [aBoard({ widthMm, taken: spans })], variants: { var_1: pack } })
    const outcome = place(drawn(), scene, placement)
    const found = outcome.ok ? [] : outcome.problems.map(({ kind, ...by }) => [kind, 'byMm' in by && by.byMm])
    expect(found).toEqual([
      ...(overMm ? [['too_wide', overMm]] : []),
      ...(overlapMm ? [['overlap', overlapMm]] : []),
    ])
  },
)

test.for([
  ['too wide by 1 mm', aPlacement({ startMm: 241, facings: 6 }), {}, { kind: 'too_wide', byMm: 1 }],
  ['too high by 30 mm', aPlacement(), { heightMm: 290 }, { kind: 'too_high', byMm: 30 }],
  ['too deep by 5 mm', aPlacement(), { depthMm: 405 }, { kind: 'too_deep', byMm: 5 }],
  ['too heavy by 200 g', aPlacement(), { weightG: 6_700 }, { kind: 'too_heavy', byG: 200 }],
  ['kept too warm', aPlacement(), { storage: 'chilled' }, { kind: 'wrong_storage', needs: 'chilled' }],
  ['not sold any more', aPlacement(), { isSold: false }, { kind: 'gone' }],
] as const)('what is %s is refused', ([, placement, pack, problem]) => {
  const scene = aScene({ variants: { var_1: aPack(pack) } })
  expect(place(drawn(), scene, placement)).toEqual({ ok: false, placement, problems: [problem] })
})

test('a board carries what is booked and what is drawn together', () => {
  const scene = aScene({ boards: [aBoard({ maxLoadG: 3_000, taken: [taken(600, 700, { loadG: 1_600 })] })] })
  const first = place(drawn(), scene, aPlacement())
  expect(first.ok).toBe(true)
  const second = place(drawn(aPlacement()), scene, aPlacement({ id: 'plc_2', startMm: 160 }))
  expect(second).toMatchObject({ ok: false, problems: [{ kind: 'too_heavy', byG: 40 }] })
})

test('of what it meets, the first neighbour and the side are named', () => {
  const scene = aScene({ boards: [aBoard({ taken: [taken(500, 700), taken(900, 1000, { name: 'Gula' })] })] })
  const at = (startMm: number) => place(drawn(), scene, aPlacement({ startMm }))
  expect(at(360)).toMatchObject({
    problems: [{ kind: 'overlap', byMm: 20, side: 'right', with: 'Minyak goreng' }],
  })
  expect(at(690)).toMatchObject({ problems: [{ kind: 'overlap', byMm: 10, side: 'left' }] })
  expect(at(760)).toMatchObject({ problems: [{ byMm: 20, side: 'right', with: 'Gula' }] })
  expect(at(700)).toMatchObject({ ok: true })
})

test('moving a placement does not meet itself, and keeps its place in the list', () => {
  const draft = drawn(aPlacement(), aPlacement({ id: 'plc_2', startMm: 160 }))
  const outcome = place(draft, aScene(), aPlacement({ id: 'plc_2', startMm: 170 }))
  expect(outcome).toMatchObject({
    ok: true,
    draft: { placements: [{ id: 'plc_1' }, { id: 'plc_2', startMm: 170 }] },
  })
})

test('a variant that leaves the draft takes what was typed for it along', () => {
  const amount = { variantId: 'var_1', cartons: 3, dailySales: null }
  const draft = setAmount(drawn(aPlacement(), aPlacement({ id: 'plc_2', startMm: 160 })), amount)
  expect(remove(draft, 'plc_1').amounts).toEqual([amount])
  expect(remove(remove(draft, 'plc_1'), 'plc_2')).toEqual(drawn())
  expect(setAmount(draft, { ...amount, cartons: null }).amounts).toEqual([])
})

test('what was booked since a draft was drawn is seen on the draft', () => {
  const scene = aScene({ boards: [aBoard({ taken: [taken(100, 200)] })] })
  const found = problemsIn(drawn(aPlacement(), aPlacement({ id: 'plc_2', startMm: 160 })), scene)
  expect([...found.keys()]).toEqual(['plc_1', 'plc_2'])
  expect(found.get('plc_2')).toMatchObject([{ kind: 'overlap', byMm: 40, side: 'left' }])
})
