import { expect, test } from 'vitest'
import { formatDistance, kmBetween, roughly } from '#app/platform/distance.ts'

// Great circles on a sphere of 6371 km, by the published coordinates of each place.
test.for([
  ['Batu to Malang', { lat: -7.8671, lon: 112.5239 }, { lat: -7.9797, lon: 112.6304 }, 17.2],
  ['Jakarta to Surabaya', { lat: -6.2088, lon: 106.8456 }, { lat: -7.2575, lon: 112.7521 }, 663],
  ['London to New York', { lat: 51.5074, lon: -0.1278 }, { lat: 40.7128, lon: -74.006 }, 5570],
  ['a degree along the equator', { lat: 0, lon: 112 }, { lat: 0, lon: 113 }, 111.19],
  ['across the date line', { lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, 111.19],
  ['to the other end of the earth', { lat: -7.87, lon: 112.52 }, { lat: 7.87, lon: -67.48 }, 20_015],
  ['nowhere', { lat: -7.87, lon: 112.52 }, { lat: -7.87, lon: 112.52 }, 0],
] as const)('%s', ([_, a, b, km]) => {
  expect(kmBetween(a, b)).toBeCloseTo(km, km > 100 ? -1 : 1)
  expect(kmBetween(b, a)).toBe(kmBetween(a, b))
})

test.for([
  [0, '0 m'],
  [0.001, '50 m'],
  [0.049, '50 m'],
  [0.34, '350 m'],
  [0.98, '1 km'],
  [1.24, '1,2 km'],
  [9.96, '10 km'],
  [17.2, '17 km'],
] as const)('%d km is written %s', ([km, text]) => {
  expect(formatDistance(km)).toBe(text.replace(' ', '\u00a0'))
})

test('where somebody is, is known to about a hundred metres', () => {
  expect(roughly({ lat: -7.8671449, lon: 112.5239876 })).toEqual({ lat: -7.867, lon: 112.524 })
})
