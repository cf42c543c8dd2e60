import { slugOf } from '#app/platform/slug.ts'
import { readTable } from '../table.ts'
import { spellings } from './names.ts'

export const city = { code: '35.79', name: 'Kota Batu', slug: 'kota-batu' }

export const villages = readTable(new URL('./villages.csv', import.meta.url)).map((of) => {
  const name = of('name')
  return {
    code: of('code'),
    cityCode: city.code,
    district: of('kecamatan'),
    name,
    kind: of('kind') === 'desa' ? ('desa' as const) : ('kelurahan' as const),
    slug: slugOf(name),
    spellings: spellings[name] ?? [],
    lat: Number(of('lat')),
    lon: Number(of('lon')),
    postalCode: of('postal_code'),
  }
})

/** Each village has one cooperative, named as the law names it. */
export const cooperatives = villages.map(({ code, name, kind, district, slug }) => {
  const kelurahan = kind === 'kelurahan'
  return {
    villageCode: code,
    village: name,
    villageSlug: slug,
    name: `Koperasi ${kelurahan ? 'Kelurahan' : 'Desa'} Merah Putih ${name} Kecamatan ${district}`,
    shortName: `${kelurahan ? 'KKMP' : 'KDMP'} ${name}`,
    slug: slugOf(`${kelurahan ? 'kkmp' : 'kdmp'} ${name}`),
  }
})
export type SeedCooperative = (typeof cooperatives)[number]

/** The cooperative of a village. */
export function cooperativeOf(village: string): SeedCooperative {
  const found = cooperatives.find((one) => one.village === village)
  if (!found) throw new Error(`No village is called ${village}`)
  return found
}
