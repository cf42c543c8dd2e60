import { expect, test } from 'vitest'
import { gapsOf, layoutOf } from '#app/ui/shelf-geometry.ts'

const shelves = [
  { level: 1, widthMm: 1200, heightMm: 275 },
  { level: 2, widthMm: 1200, heightMm: 205 },
]

test('the highest board is drawn on top, each packs, board and rail below the other', () => {
  const { width, height, originX, levels } = layoutOf(shelves, 'full')
  expect({ width, height, originX }).toEqual({ width: 1310, height: 610, originX: 96 })
  expect(levels.map(({ level, topY, floorY }) => [level, topY, floorY])).toEqual([
    [2, 52, 257],
    [1, 293, 568],
  ])
})

test('small has no ruler and no numbers', () => {
  expect(layoutOf(shelves.slice(0, 1), 'small')).toMatchObject({ width: 1228, originX: 14, height: 325 })
})

test('the gaps of a board are what spans leave, whatever their order', () => {
  const spans = [
    { startMm: 500, endMm: 700 },
    { startMm: 0, endMm: 200 },
    { startMm: 100, endMm: 250 },
  ]
  expect(gapsOf(800, spans)).toEqual([
    { startMm: 250, endMm: 500 },
    { startMm: 700, endMm: 800 },
  ])
  expect(gapsOf(700, [{ startMm: 0, endMm: 700 }])).toEqual([])
})
