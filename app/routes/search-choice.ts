import { z } from 'zod'
import { type Filters, facets, noFilters, type SearchQuery, type Sort } from '#app/domain/search/engine.ts'
import { type Near, reaches, usualReach } from '#app/domain/search/near.ts'
import type { Asked } from '#app/domain/search/search-catalogue.server.ts'
import { paths } from '#app/paths.ts'
import { roughly } from '#app/platform/distance.ts'
import { formatRupiah, parseRupiah } from '#app/platform/money.ts'

/** What somebody chose in a catalogue, public, retail or by API: the address, read. */
export type Choice = Filters & Pick<SearchQuery, 'words' | 'sort' | 'after'> & { near: Near | null }

/** How each choice is called in the address. */
export const fieldNames = {
  words: 'q',
  categories: 'jenis',
  villages: 'desa',
  districts: 'kecamatan',
  cooperatives: 'koperasi',
  storages: 'simpan',
  certificates: 'sertifikat',
  stores: 'gerai',
  prices: 'harga',
  cartons: 'isi-karton',
  shelfLives: 'tahan',
  meets: 'syarat',
  fromPrice: 'dari',
  toPrice: 'sampai',
  mostMinCartons: 'minimal-karton',
  mostLeadDays: 'siap-hari',
  leastShelfLifeDays: 'tahan-hari',
  near: 'dekat',
  reach: 'jarak',
  sort: 'urut',
  after: 'setelah',
} as const satisfies Record<keyof Choice | 'reach', string>

const sortWords = {
  fitting: 'cocok',
  newest: 'terbaru',
  cheapest: 'termurah',
  dearest: 'termahal',
  popular: 'terlaris',
} as const satisfies Record<Sort, string>
const storageWords = { ambient: 'suhu-ruang', chilled: 'dingin', frozen: 'beku' } as const
const certificateWords = {
  halal: 'halal',
  pirt: 'pirt',
  bpom_md: 'bpom-md',
  bpom_na: 'bpom-na',
  nkv: 'nkv',
  psat: 'psat',
  organik: 'organik',
  nib: 'nib',
  merek: 'merek',
} as const

export const sorts = Object.keys(sortWords) as Sort[]
export const storages = Object.keys(storageWords) as (keyof typeof storageWords)[]
export const certificates = Object.keys(certificateWords) as (keyof typeof certificateWords)[]

const valueWords = new Map<string, string>(Object.entries({ ...storageWords, ...certificateWords }))

/** How a value is called in the address, where it is not called what it is called inside. */
export const wordFor = (value: string): string => valueWords.get(value) ?? value

export const bounds = [
  'fromPrice',
  'toPrice',
  'mostMinCartons',
  'mostLeadDays',
  'leastShelfLifeDays',
] as const
const most = 40
const largestPrice = 999_999_999_999n

/** Those of the values that can be one; the rest is left out, so that an old or mistyped address still shows something. */
const each = <T>(one: z.ZodType<T>) =>
  z.array(z.string()).transform((values) => {
    const read = values.slice(0, most).flatMap((value) => {
      const found = one.safeParse(value)
      return found.success ? [found.data] : []
    })
    return [...new Set(read)]
  })

const named = (words: Record<string, string>) =>
  z
    .enum(Object.values(words))
    .transform((word) => Object.keys(words).find((key) => words[key] === word) ?? word)

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/)
const price = z
  .string()
  .nullable()
  .transform((text) => {
    const read = text ? parseRupiah(text) : null
    return read !== null && read <= largestPrice ? read : null
  })

const count = z
  .string()
  .nullable()
  .transform((text) => (text && /^\d{1,5}$/.test(text) ? Number(text) : null))

const degrees = /^(-?\d{1,2}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)$/

/** A slug, or latitude and longitude as a phone tells them; these are rounded at once and never kept in full. */
const place = z
  .string()
  .nullable()
  .transform((text): Near['place'] | null => {
    if (text && slug.safeParse(text).success) return text
    const [, lat, lon] = degrees.exec(text ?? '') ?? []
    const point = { lat: Number(lat), lon: Number(lon) }
    return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? roughly(point) : null
  })
const reach = z
  .string()
  .nullable()
  .transform((text) => reaches.find((km) => String(km) === text) ?? usualReach)

const fields = z.object({
  words: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 200)),
  categories: each(slug),
  villages: each(slug),
  districts: each(slug),
  cooperatives: each(slug),
  storages: each(named(storageWords)),
  certificates: each(named(certificateWords)),
  stores: each(slug),
  prices: each(slug),
  cartons: each(slug),
  shelfLives: each(slug),
  meets: each(slug),
  fromPrice: price,
  toPrice: price,
  mostMinCartons: count,
  mostLeadDays: count,
  leastShelfLifeDays: count,
  near: place,
  reach,
  sort: named(sortWords)
    .catch('fitting')
    .transform((sort) => sort as Sort),
  after: z.string().max(100).nullable().catch(null),
})
const schema = fields.transform(
  ({ near, reach, ...rest }): Choice => ({
    ...rest,
    near: near === null ? null : { place: near, km: reach },
  }),
)

/** What the address asks for. Never fails: what cannot be read is as if it were not there. */
export function readChoice(params: URLSearchParams): Choice {
  const asked = Object.entries(fieldNames).map(([key, name]) => [
    key,
    (facets as readonly string[]).includes(key) ? params.getAll(name) : params.get(name),
  ])
  return schema.parse(Object.fromEntries(asked))
}

/** The address of a choice, always the same for the same choice; of the catalogue unless `path` says otherwise. */
export function catalogueUrl(choice: Partial<Choice>, path: string = paths.catalogue): string {
  const params = new URLSearchParams()
  if (choice.words) params.append(fieldNames.words, choice.words)
  for (const kind of facets)
    for (const value of choice[kind]?.toSorted() ?? []) params.append(fieldNames[kind], wordFor(value))
  for (const bound of bounds) {
    const amount = choice[bound]
    if (amount !== null && amount !== undefined) params.append(fieldNames[bound], String(amount))
  }
  if (choice.near) {
    params.append(fieldNames.near, placeText(choice.near.place))
    if (choice.near.km !== usualReach) params.append(fieldNames.reach, String(choice.near.km))
  }
  if (choice.sort && choice.sort !== 'fitting') params.append(fieldNames.sort, sortWords[choice.sort])
  if (choice.after) params.append(fieldNames.after, choice.after)
  const search = params.toString()
  return search ? `${path}?${search}` : path
}

/** What stays in the form beside the fields that it shows. */
export const sortWord = (sort: Sort): string => sortWords[sort]

export const priceText = (amount: bigint | null): string | undefined =>
  amount === null ? undefined : formatRupiah(amount)

/** How a place is written in the address. */
export const placeText = (place: Near['place']): string =>
  typeof place === 'string' ? place : `${place.lat},${place.lon}`

/** Whether the address says where somebody is: such a page is nobody else's, and is kept nowhere. */
export const isPersonal = ({ near }: Pick<Choice, 'near'>): boolean =>
  near !== null && typeof near.place !== 'string'

/** The same choice without any filter. */
export const unfiltered = (choice: Choice): Choice => ({ ...choice, ...noFilters, near: null, after: null })

/** What a choice asks of the domain, and what it made of it as a choice again. */
export const questionOf = (choice: Choice, limit: number): Asked => {
  const { words, sort, after, near, ...filters } = choice
  return { words, sort, after, near, filters, limit }
}
export const choiceOf = ({ words, sort, after, near, filters }: Asked): Choice => ({
  ...filters,
  words,
  sort,
  after,
  near,
})
