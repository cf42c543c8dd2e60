// What a seeded product's variant weighs, how it is handled, and which certificates its list names.
import type { Processing } from '#app/generated/prisma/enums.ts'
import { categoryOf, type SeedPack, type SeedProduct } from './batu/products.ts'
import { usualProcessingOf } from './categories.ts'

const packagingG = { pouch: 12, cup: 6, botol: 24, jar: 150, box: 35, dus: 540, pack: 15, pcs: 8, ikat: 40 }
const stackables = new Set<SeedProduct['pack']>(['box', 'dus', 'jar', 'cup'])

// Grams of what is sold by the piece.
const pieces: Record<string, number> = { tangkai: 55, pot: 240, lembar: 320, pcs: 22 }

/** Net weight from what the label says, a litre taken as 1.04 kg, and the packaging. */
function weightOf({ netContent, pack, name }: SeedPack): number {
  const [, many, amount, unit = ''] = netContent.match(/^(?:(\d+) x )?(\d+) (\w+)$/) ?? []
  const each = Number(amount)
  const heavy = name.startsWith('Madu') ? 1.4 : 1.04
  const grams: Record<string, number> = { g: each, kg: each * 1_000, ml: each * heavy, L: each * 1_040 }
  const net = grams[unit] ?? each * (pieces[unit] ?? Number.NaN)
  return Math.round(net * Number(many ?? 1) + packagingG[pack])
}

/** In hundreds of rupiah, about a twentieth below what the chain pays. */
const memberPriceOf = (wholesale: bigint): bigint => {
  const price = (wholesale * 95n) / 10_000n
  return price > 10n ? price * 100n : (wholesale * 95n) / 100n
}

/** One carton, or two where a carton is worth less than the drive. */
const minCartonsOf = ({ wholesalePrice, unitsPerCarton }: SeedPack): number =>
  wholesalePrice * BigInt(unitsPerCarton) < 100_000n ? 2 : 1

/** Days from order to delivery: fresh goods leave the next day, cloth is made to order. */
function leadTimeOf({ shelfLifeDays, range }: SeedPack): number {
  if (range === 'kriya_batik') return 14
  if (shelfLifeDays <= 8) return 1
  return shelfLifeDays <= 30 ? 2 : 3
}

/** As a cooperative writes it into its book: `KAM-100`, `SAB-1L`, `SAD-40x120`; of what is sold by the piece, letters only. */
export function ownCodeOf({ name, netContent }: Pick<SeedPack, 'name' | 'netContent'>): string {
  const words = name
    .split(/ isi | (?=\d)/, 1)
    .join('')
    .split(' ')
  const letters = words.length > 1 ? words.map(([first]) => first).join('') : name.slice(0, 3)
  const [, many, amount, unit = ''] = netContent.match(/^(?:(\d+) x )?(\d+) (\w+)$/) ?? []
  if (amount === '1' && unit in pieces) return letters.toUpperCase()
  const size = `${many ? `${many}x` : ''}${amount}${unit === 'kg' || unit === 'L' ? unit.toUpperCase() : ''}`
  return `${letters.toUpperCase()}-${size}`
}

/** Everything about the variant of a product that is not a reference to another row. */
export function variantOf(product: SeedPack) {
  const { pack, netContent, widthMm, heightMm, depthMm, storage, shelfLifeDays } = product
  const { unitsPerCarton, retailPrice, wholesalePrice } = product
  return {
    ...{ pack, netContent, widthMm, heightMm, depthMm, storage, shelfLifeDays },
    ...{ unitsPerCarton, retailPrice, wholesalePrice },
    ownCode: ownCodeOf(product),
    weightG: weightOf(product),
    stackable: stackables.has(pack),
    minCartons: minCartonsOf(product),
    leadTimeDays: leadTimeOf(product),
    memberPrice: memberPriceOf(wholesalePrice),
  }
}

const certificateKinds = [
  ['Halal', 'halal'],
  ['P-IRT', 'pirt'],
  ['BPOM MD', 'bpom_md'],
  ['BPOM NA', 'bpom_na'],
  ['NKV', 'nkv'],
  ['PSAT', 'psat'],
  ['Organik', 'organik'],
] as const

export const certificatesOf = ({ certificates }: SeedProduct) =>
  certificateKinds.filter(([word]) => certificates.includes(word)).map(([, kind]) => kind)

// Where a name says more than its category does.
const processed: [RegExp, Processing][] = [
  [/Kering|Celup|Bunga Krisan/, 'dried'],
  [/Kopi.*Bubuk|Drip Bag/, 'roasted'],
  [/Cuka/, 'fermented'],
  [/Bawang Goreng|Abon/, 'fried'],
  [/Kencur Segar/, 'cooked'],
  [/Instan/, 'powdered'],
]

/** What was done to a seeded product. */
export function processingOf({ name, range }: { name: string; range: string }): Processing {
  return processed.find(([word]) => word.test(name))?.[1] ?? usualProcessingOf(categoryOf({ name, range }))
}
