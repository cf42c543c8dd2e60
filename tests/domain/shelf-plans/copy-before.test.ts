import { expect, test } from 'vitest'
import { copyBefore, lastOf } from '#app/domain/shelf-plans/copy-before.ts'
import { aBoard, aPack, aScene, drawn, taken } from '#tests/support/plans.ts'

const stood = (startMm: number, facings: number, endsOn: string, variantId = 'var_1') => ({
  shelfId: 'shf_1',
  variantId,
  startMm,
  endMm: startMm + facings * 160,
  facings,
  endsOn,
})

test('of what stood in one place, the last is copied', () => {
  const last = lastOf([stood(0, 3, '2026-06-01'), stood(320, 2, '2026-12-01'), stood(640, 1, '2026-06-01')])
  expect(last.map(({ startMm, facings }) => [startMm, facings])).toEqual([
    [320, 2],
    [640, 1],
  ])
})

test('what stood before stands again where it stood, but for what does not fit or is not sold', () => {
  const scene = aScene({
    boards: [aBoard({ taken: [taken(700, 800)] })],
    variants: { var_1: aPack(), var_2: aPack({ isSold: false }) },
  })
  const before = lastOf([
    stood(0, 2, '2026-12-01'),
    stood(320, 1, '2026-12-01', 'var_2'),
    stood(480, 1, '2026-12-01', 'var_3'),
    stood(640, 1, '2026-12-01'),
  ])
  let n = 0
  const copy = copyBefore(drawn(), scene, before, () => `plc_${++n}`)
  expect(copy).toMatchObject({ copied: 1, left: 3, draft: { placements: [{ startMm: 0, facings: 2 }] } })
})
