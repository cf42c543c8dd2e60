import { expect, test } from 'vitest'
import { type PlanAction, type PlanState, reduce, startWith } from '#app/routes/retail/planner/plan-state.ts'
import { aBoard, aPack, aPlacement, aScene, drawn, taken } from '#tests/support/plans.ts'

const scene = aScene({
  boards: [
    aBoard(),
    aBoard({ id: 'shf_2', level: 2, heightMm: 205 }),
    aBoard({ id: 'shf_3', level: 3, taken: [taken(300, 1200)] }),
  ],
  variants: { var_1: aPack(), var_2: aPack({ name: 'Madu', widthMm: 70, heightMm: 165 }) },
})
const after = (state: PlanState, ...actions: PlanAction[]) =>
  actions.reduce((now, action) => reduce(now, action, scene), state)
const starts = ({ draft }: PlanState) =>
  draft.placements.map(({ shelfId, startMm, facings }) => [shelfId, startMm, facings])

test('a product from the tray stands in the first free place, selected, and is said', () => {
  const state = after(startWith(drawn()), { do: 'put', id: 'plc_1', variantId: 'var_1' })
  expect(starts(state)).toEqual([['shf_1', 0, 1]])
  expect(state).toMatchObject({
    selectedId: 'plc_1',
    droppedId: 'plc_1',
    said: { key: 'planner.stands', name: 'Keripik Apel', level: 1, from: '0\u00a0mm', facings: 1 },
  })
})

test('by numbers it stands where it is said, and what does not fit is known as typed', () => {
  const type = { do: 'type', id: 'plc_1', variantId: 'var_1', level: 1, startMm: 40, facings: 2 } as const
  expect(starts(after(startWith(drawn()), type))).toEqual([['shf_1', 40, 2]])
  expect(starts(after(startWith(drawn()), { ...type, startMm: null, level: 3, facings: 1 }))).toEqual([
    ['shf_3', 0, 1],
  ])
  const refused = after(startWith(drawn()), { ...type, startMm: 900 })
  expect(refused.refused).toMatchObject({ isTyped: true, problem: { kind: 'too_wide', byMm: 20 } })
  expect(after(startWith(drawn()), { ...type, level: 9 })).toEqual(startWith(drawn()))
})

test('what is put down where it was is not a step to undo', () => {
  const start = startWith(drawn(aPlacement()))
  expect(after(start, { do: 'place', placement: aPlacement() }).past).toEqual([])
})

test('arrows move by their millimetres up to a neighbour, then over it', () => {
  const start = startWith(drawn(aPlacement(), aPlacement({ id: 'plc_2', startMm: 165 })))
  const right = (byMm: number) => ({ do: 'nudge', byMm }) as const
  let state = after(start, { do: 'select', id: 'plc_1' }, right(1))
  expect(starts(state)[0]).toEqual(['shf_1', 1, 1])
  state = after(state, right(10))
  expect(starts(state)[0]).toEqual(['shf_1', 5, 1])
  state = after(state, right(10))
  expect(starts(state)[0]).toEqual(['shf_1', 325, 1])
  state = after(state, right(-10))
  expect(starts(state)[0]).toEqual(['shf_1', 5, 1])
  const stuck = after(state, right(-10), right(-10))
  expect(starts(stuck)[0]).toEqual(['shf_1', 0, 1])
  expect(stuck.said).toEqual({ key: 'planner.no_room_there' })
})

test('up goes to the next board that takes it, over one that is too low', () => {
  const start = after(startWith(drawn(aPlacement({ startMm: 600 }))), { do: 'select', id: 'plc_1' })
  const up = after(start, { do: 'board', step: 1 })
  expect(starts(up)).toEqual([['shf_3', 0, 1]])
  expect(after(up, { do: 'board', step: 1 }).said).toEqual({ key: 'planner.no_room_there' })
  expect(starts(after(up, { do: 'board', step: -1 }))).toEqual([['shf_1', 0, 1]])
})

test('what no board takes is refused with the nearest reason, and stays where it was', () => {
  const wide = after(
    startWith(drawn(aPlacement({ facings: 4 }))),
    { do: 'select', id: 'plc_1' },
    { do: 'board', step: 1 },
  )
  expect(starts(wide)).toEqual([['shf_1', 0, 4]])
  expect(wide.refused).toMatchObject({
    isTyped: false,
    placement: { shelfId: 'shf_2' },
    problem: { kind: 'too_high', byMm: 25 },
  })
  expect(after(wide, { do: 'forget' }).refused).toBeNull()
})

test('facings grow to the right, then to the left, then are refused by what is missing; below one it is out', () => {
  const start = startWith(
    drawn(aPlacement({ startMm: 200 }), aPlacement({ id: 'plc_2', startMm: 360, facings: 5 })),
  )
  const more = after(start, { do: 'select', id: 'plc_1' }, { do: 'facings', by: 1 })
  expect(starts(more)[0]).toEqual(['shf_1', 40, 2])
  const refused = after(more, { do: 'facings', by: 1 })
  expect(refused.refused?.problem).toMatchObject({ kind: 'overlap', byMm: 160 })
  const out = after(more, { do: 'facings', by: -1 }, { do: 'facings', by: -1 })
  expect(starts(out)).toEqual([['shf_1', 360, 5]])
  expect(out.said).toEqual({ key: 'planner.removed', name: 'Keripik Apel' })
})

test('undo and redo walk through what was drawn, and drawing ends what could be redone', () => {
  const put = (id: string) => ({ do: 'put', id, variantId: 'var_1' }) as const
  const two = after(startWith(drawn()), put('plc_1'), put('plc_2'))
  const one = after(two, { do: 'undo' })
  expect(starts(one)).toHaveLength(1)
  expect(one.selectedId).toBeNull()
  expect(starts(after(one, { do: 'redo' }))).toEqual(starts(two))
  expect(after(one, { do: 'undo' }, { do: 'undo' }).draft).toEqual(drawn())
  expect(after(one, put('plc_3')).future).toEqual([])
})

test('what was typed can be undone, and leaves the selection', () => {
  const amount = { variantId: 'var_1', cartons: 4, dailySales: null }
  const state = after(startWith(drawn(aPlacement())), { do: 'select', id: 'plc_1' }, { do: 'amount', amount })
  expect(state).toMatchObject({ selectedId: 'plc_1', draft: { amounts: [amount] } })
  expect(after(state, { do: 'undo' }).draft.amounts).toEqual([])
})

test('removing, moving and resizing nothing changes nothing', () => {
  const state = startWith(drawn(aPlacement()))
  const nothing = after(
    state,
    { do: 'remove', id: null },
    { do: 'nudge', byMm: 10 },
    { do: 'facings', by: 1 },
    { do: 'undo' },
  )
  expect(nothing).toEqual(state)
})
