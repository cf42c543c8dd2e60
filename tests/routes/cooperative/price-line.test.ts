import { expect, test } from 'vitest'
import type { PriceChange } from '#app/domain/catalogue/price-queries.server.ts'
import { priceLines } from '#app/routes/cooperative/price-line.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n))
const change = (over: Partial<PriceChange>): PriceChange => ({
  id: '1',
  kind: 'retail',
  fromCartons: null,
  before: null,
  price: 10_000n,
  at: day(0),
  who: null,
  ...over,
})

test('a price goes along in steps, from when it was first known until now', () => {
  const changes = [
    change({ before: 10_000n, price: 11_000n, at: day(5) }),
    change({ kind: 'wholesale', price: 10_500n }),
    change({}),
  ]
  const room = (80 / (1_000 + 160)) * 100
  const round = (value: number) => Math.round(value * 100) / 100
  expect(priceLines(changes, day(10))).toEqual({
    from: day(0),
    lines: [
      {
        kind: 'retail',
        first: 10_000n,
        last: 11_000n,
        path: `M0 ${round(100 - room)}H0V${round(100 - room)}H50V${round(room)}H100`,
      },
      { kind: 'wholesale', first: 10_500n, last: 10_500n, path: 'M0 50H0V50H100' },
    ],
  })
})

test('where the beginning is not told any more, the line begins with what held before', () => {
  const drawn = priceLines([change({ before: 9_000n, price: 10_000n, at: day(3) })], day(4))
  expect(drawn?.lines[0]).toMatchObject({ first: 9_000n, last: 10_000n })
})

test('prices that never changed, steps for cartons and a change of this moment draw no line that is broken', () => {
  expect(priceLines([], day(1))).toBeNull()
  expect(priceLines([change({}), change({ kind: 'member', price: 8_000n })], day(9))).toBeNull()
  expect(
    priceLines([change({ kind: 'break', fromCartons: 5, before: 9_500n, price: 9_000n })], day(9)),
  ).toBeNull()
  const now = priceLines([change({ before: 9_000n, price: 10_000n, at: day(3) })], day(3))
  expect(now?.lines[0]?.path).not.toMatch(/NaN|Infinity/)
})
