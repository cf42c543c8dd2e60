import { expect, test } from 'vitest'
import { beforePpn, marginOf, ppnOn } from '#app/domain/settings/ppn.ts'
import { getPpnRule } from '#app/domain/settings/queries.server.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'

const ppn = { rateBasisPoints: 1200n, baseNumerator: 11n, baseDenominator: 12n }

test.for([
  [10_000n, 1_100n],
  [13_500n, 1_485n],
  [1_234_567n, 135_802n],
  [32n, 3n],
] as const)('PPN on Rp%d is Rp%d, in two rounded steps', ([price, tax]) => {
  expect(ppnOn(price, ppn)).toBe(tax)
})

test('a price with PPN contains the price before it', () => {
  expect(beforePpn(18_000n, ppn)).toBe(16_216n)
})

const crisps = {
  retailPrice: 18_000n,
  wholesalePrice: 13_500n,
  ppnClass: 'taxable',
  chainIsPkp: true,
  cooperativeIsPkp: false,
} as const

test('the margin leaves PPN out', () => {
  expect(marginOf(crisps, ppn)).toEqual({ earned: 16_216n, amount: 2_716n, basisPoints: 1674 })
  expect(marginOf({ ...crisps, cooperativeIsPkp: true }, ppn).amount).toBe(2_716n)
  const exempt = { ...crisps, ppnClass: 'exempt' } as const
  expect(marginOf(exempt, ppn)).toEqual({ earned: 18_000n, amount: 4_500n, basisPoints: 2500 })
})

test('a chain that is not PKP owes none, and bears what it is charged', () => {
  expect(marginOf({ ...crisps, chainIsPkp: false }, ppn).amount).toBe(4_500n)
  expect(marginOf({ ...crisps, chainIsPkp: false, cooperativeIsPkp: true }, ppn).amount).toBe(3_015n)
})

test('the rule in force is the latest that began, and none is no rule', async () => {
  const at = (effectiveFrom: string, value: bigint) =>
    (['ppn.rate_basis_points', 'ppn.base_numerator', 'ppn.base_denominator'] as const).map((key) => ({
      key,
      value,
      effectiveFrom: toDate(effectiveFrom),
      source: 'test',
    }))
  await db.datedSetting.createMany({ data: [...at('2025-01-01', 12n), ...at('2027-01-01', 13n)] })

  expect((await getPpnRule(db, '2026-12-31')).rateBasisPoints).toBe(12n)
  expect((await getPpnRule(db, '2027-01-01')).rateBasisPoints).toBe(13n)
  await expect(getPpnRule(db, '2024-12-31')).rejects.toThrow(
    'no ppn.rate_basis_points in force on 2024-12-31',
  )
})
