import { fraction, type Rupiah } from '#app/platform/money.ts'

const written = /^(\d{1,6})(?:,(\d))?\s*(g|kg|ml|l)$/i
const per = { g: 100n, ml: 100n }

/** What 100 g or 100 ml cost, of a pack whose content is written so; null where it is counted otherwise. */
export function unitPrice(
  price: Rupiah,
  netContent: string,
): { price: Rupiah; amount: '100 g' | '100 ml' } | null {
  const [, whole, tenth = '0', unit = ''] = written.exec(netContent.trim()) ?? []
  const tenths = BigInt(whole ?? 0) * 10n + BigInt(tenth)
  if (tenths === 0n) return null
  const [small, times] = { g: ['g', 1n], kg: ['g', 1000n], ml: ['ml', 1n], l: ['ml', 1000n] }[
    unit.toLowerCase()
  ] as ['g' | 'ml', bigint]
  return { price: fraction(price, per[small] * 10n, tenths * times), amount: `100 ${small}` }
}
