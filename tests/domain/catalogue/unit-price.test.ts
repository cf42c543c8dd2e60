import { expect, test } from 'vitest'
import { unitPrice } from '#app/domain/catalogue/unit-price.ts'

test.for([
  [18_000n, '100 g', 18_000n, '100 g'],
  [10_500n, '50 g', 21_000n, '100 g'],
  [26_000n, '1 kg', 2_600n, '100 g'],
  [8_500n, '250 ml', 3_400n, '100 ml'],
  [22_000n, '1 L', 2_200n, '100 ml'],
  [30_000n, '1,5 kg', 2_000n, '100 g'],
  [10_000n, '30 g', 33_333n, '100 g'],
] as const)('%s for %s is %s per %s', ([price, content, each, amount]) => {
  expect(unitPrice(price, content)).toEqual({ price: each, amount })
})

test.for(['10 tangkai', '40 x 120 ml', '1 lembar', '', '0 g', 'seratus g'])(
  'what is counted otherwise has no such price: %s',
  (content) => {
    expect(unitPrice(10_000n, content)).toBeNull()
  },
)
