import { z } from 'zod'
import { slugOf } from '#app/platform/slug.ts'
import { readTable } from '../table.ts'

const pack = z.enum(['pouch', 'cup', 'botol', 'jar', 'box', 'dus', 'pack', 'pcs', 'ikat'])
const storage = z.enum(['ambient', 'chilled', 'frozen'])

export const products = readTable(new URL('./products.csv', import.meta.url)).map((of) => ({
  name: of('name_id'),
  slug: slugOf(of('name_id')),
  village: of('desa'),
  /** As products.csv groups them; the drawings follow it. */
  range: of('category'),
  netContent: of('pack_size'),
  pack: pack.parse(of('unit')),
  storage: storage.parse(of('storage')),
  retailPrice: BigInt(of('price_idr_retail')),
  wholesalePrice: BigInt(of('price_idr_wholesale')),
  unitsPerCarton: Number(of('units_per_carton')),
  shelfLifeDays: Number(of('shelf_life_days')),
  widthMm: Number(of('width_mm')),
  heightMm: Number(of('height_mm')),
  depthMm: Number(of('depth_mm')),
  certificates: of('cert_hint'),
}))
export type SeedProduct = (typeof products)[number]
/** What is sold, whoever makes it. */
export type SeedPack = Omit<SeedProduct, 'slug' | 'village' | 'certificates'>

const ranges: Record<string, string> = {
  keripik_buah: 'keripik-buah',
  keripik_sayur: 'keripik-sayur',
  olahan_apel: 'manisan-dodol',
  olahan_buah: 'manisan-dodol',
  olahan_tempe: 'keripik-tempe',
  frozen_food: 'makanan-beku',
  minuman_sari_buah: 'sari-buah',
  selai_madu: 'selai-madu',
  roti_kue: 'roti-kue',
  susu_olahan: 'yoghurt-keju',
  kopi_teh: 'kopi-teh',
  jamu_herbal: 'jamu-wedang',
  sambal_bumbu: 'sambal-bumbu',
  buah_segar: 'buah-segar',
  sayur_segar: 'sayur-segar',
  bunga_tanaman: 'bunga-tanaman',
  kriya_batik: 'batik',
  perawatan_tubuh: 'perawatan-tubuh',
}
// Where the range of products.csv is too coarse, by the beginning of the name.
const exceptions: [string, string][] = [
  ['Susu Pasteurisasi', 'susu'],
  ['Permen Susu', 'manisan-dodol'],
  ['Tempe Kedelai Segar', 'tempe'],
  ['Cuka Apel', 'sambal-bumbu'],
  ['Gantungan Kunci', 'kerajinan-kayu'],
]

/** The category a product stands in. */
export function categoryOf({ name, range }: { name: string; range: string }): string {
  const slug = exceptions.find(([start]) => name.startsWith(start))?.[1] ?? ranges[range]
  if (!slug) throw new Error(`No category for ${name} (${range})`)
  return slug
}
