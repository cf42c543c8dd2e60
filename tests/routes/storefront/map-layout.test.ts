import { expect, test } from 'vitest'
import { layoutMap } from '#app/routes/storefront/map-layout.ts'

const place = (name: string, lat: number, lon: number, weight = 1) => ({
  key: name,
  name,
  href: `/desa/${name}`,
  lat,
  lon,
  weight,
})
const batu = [
  place('Temas', -7.881177, 112.540589),
  place('Ngaglik', -7.887554, 112.507484, 2),
  place('Sisir', -7.8804, 112.523985, 3),
  place('Sumberbrantas', -7.754334, 112.543697, 5),
  place('Tlekung', -7.920836, 112.517399),
  place('Oro-oro Ombo', -7.90571, 112.511927, 3),
  place('Pendem', -7.898669, 112.58292, 2),
]

test('north is up, west is left, and a kilometre is as long both ways', () => {
  const { dots, unitsPerKm } = layoutMap(batu)
  const at = (name: string) => dots.find((dot) => dot.name === name)
  const [north, south] = [at('Sumberbrantas'), at('Tlekung')]
  const [west, east] = [at('Ngaglik'), at('Pendem')]
  if (!north || !south || !west || !east) throw new Error('a place is missing')

  expect((south.y - north.y) / unitsPerKm).toBeCloseTo(18.5, 0)
  expect((east.x - west.x) / unitsPerKm).toBeCloseTo(8.3, 0)
})

test('everything lies within the frame, and the frame is no wider than it may be', () => {
  for (const widest of [720, 1040]) {
    const { x, y, width, height, dots } = layoutMap(batu, widest)
    expect(width).toBeLessThanOrEqual(widest)
    for (const dot of dots) {
      expect(dot.x - dot.r).toBeGreaterThanOrEqual(x)
      expect(dot.x + dot.r).toBeLessThanOrEqual(x + width)
      expect(dot.y).toBeGreaterThan(y)
      expect(dot.y).toBeLessThan(y + height)
    }
  }
})

test('what weighs more has a larger dot', () => {
  const { dots } = layoutMap(batu)
  const radius = (name: string) => dots.find((dot) => dot.name === name)?.r ?? 0
  expect(radius('Sumberbrantas')).toBeGreaterThan(radius('Sisir'))
  expect(radius('Sisir')).toBeGreaterThan(radius('Temas'))
})

test('one place, and many in one spot, have a map too', () => {
  expect(layoutMap([place('Beji', -7.9, 112.5, 0)]).dots).toHaveLength(1)
  const same = layoutMap(Array.from({ length: 5 }, (_, i) => place(`Gerai ${i}`, -7.9, 112.5)))
  for (const dot of same.dots) expect(Number.isFinite(dot.x + dot.y + dot.label.x + dot.label.y)).toBe(true)
})
