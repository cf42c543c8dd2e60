import { expect, test } from 'vitest'
import { snap } from '#app/domain/shelf-plans/snap.ts'
import { firstFit, fitsOf } from '#app/domain/shelf-plans/spots.ts'
import { aBoard, aPack, aPlacement, aScene, drawn, taken } from '#tests/support/plans.ts'

const boards = [
  aBoard({ id: 'shf_2', level: 2, heightMm: 205 }),
  aBoard({ id: 'shf_1', level: 1, taken: [taken(0, 1050)] }),
  aBoard({ id: 'shf_3', level: 3 }),
]

test('every board says where it first fits, or why not and by how much', () => {
  const scene = aScene({ boards })
  const fits = fitsOf(drawn(aPlacement({ shelfId: 'shf_3', facings: 2 })), scene, aPack())
  expect(fits.map(({ board, ...fit }) => [board.level, fit])).toEqual([
    [1, { startMm: null, miss: { kind: 'full', byMm: 10 } }],
    [2, { startMm: null, miss: { kind: 'too_high', byMm: 25 } }],
    [3, { startMm: 320 }],
  ])
  expect(firstFit(fits)).toMatchObject({ board: { level: 3 }, startMm: 320 })
})

test('where it fits nowhere, the board that misses by least is named', () => {
  const scene = aScene({ boards: boards.slice(0, 2) })
  expect(firstFit(fitsOf(drawn(), scene, aPack()))).toMatchObject({
    board: { level: 1 },
    miss: { kind: 'full', byMm: 10 },
  })
  const chilled = firstFit(fitsOf(drawn(), scene, aPack({ storage: 'chilled' })))
  expect(chilled).toMatchObject({ miss: { kind: 'wrong_storage', needs: 'chilled' } })
})

test('a pack wider than an empty board is full by what is missing', () => {
  const scene = aScene({ boards: [aBoard({ widthMm: 150 })] })
  expect(firstFit(fitsOf(drawn(), scene, aPack()))).toMatchObject({ miss: { kind: 'full', byMm: 10 } })
})

test('a dragged pack jumps to a near edge, lands on the mm elsewhere, and stays on the board', () => {
  const neighbours = [taken(320, 480)]
  const at = (mm: number) => snap(mm, 160, 1200, neighbours)
  expect([at(-40), at(9), at(171), at(474), at(495), at(700.4), at(1037), at(1300)]).toEqual([
    0, 0, 160, 480, 495, 700, 1040, 1300,
  ])
})
