import { expect, test } from 'vitest'
import { warningsOf } from '#app/domain/proposals/checks.ts'

test('prices at which the chain or the cooperative earns nothing are said, not refused', () => {
  const keys = (content: Parameters<typeof warningsOf>[0]) => warningsOf(content).map(({ key }) => key)
  expect(keys({ retailPrice: 10_500n, wholesalePrice: 7_800n, memberPrice: 7_800n })).toEqual([])
  expect(keys({ retailPrice: 7_800n, wholesalePrice: 7_800n })).toEqual(['warning.wholesale_above_retail'])
  expect(keys({ wholesalePrice: 7_800n, memberPrice: 7_801n })).toEqual(['warning.member_above_wholesale'])
  expect(keys({ storage: 'frozen', pirtNumber: '2153579010207-30' })).toEqual(['warning.pirt_frozen'])
})
