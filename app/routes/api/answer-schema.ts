import { z } from 'zod'
import { facets } from '#app/domain/search/engine.ts'
import { t } from '#app/messages/say.ts'

const rupiah = z.int().nonnegative()
const named = z.strictObject({ slug: z.string(), name: z.string() })
const address = z.string().meta({ description: t('api.url') })

const item = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    brand: z.string(),
    price: rupiah.meta({ description: t('api.price') }),
    packs: z
      .int()
      .positive()
      .meta({ description: t('api.packs') }),
    category: named,
    village: z.strictObject({ ...named.shape, district: z.string() }),
    cooperative: named,
    producer: named,
    stores: z.array(
      z.strictObject({
        ...named.shape,
        startsOn: z.iso.date().meta({ description: t('api.starts_on') }),
      }),
    ),
    storage: z.enum(['ambient', 'chilled', 'frozen']),
    shelfLifeDays: z.int().positive(),
    isInStock: z.boolean(),
    imageUrl: address,
    url: address,
  })
  .meta({ id: 'Item' })

const facetValue = z
  .strictObject({
    value: z.string(),
    name: z.string(),
    count: z
      .int()
      .nonnegative()
      .meta({ description: t('api.count') }),
  })
  .meta({ id: 'FacetValue' })

/** What /api/v1/search answers; the same is described by openapi.ts. Rupiah are JSON numbers: below 10^12, so exact. */
export const searchAnswer = z
  .strictObject({
    total: z
      .int()
      .nonnegative()
      .meta({ description: t('api.total') }),
    items: z.array(item),
    facets: z.strictObject(
      Object.fromEntries(facets.map((facet) => [facet, z.array(facetValue)])) as Record<
        (typeof facets)[number],
        z.ZodArray<typeof facetValue>
      >,
    ),
    prices: z.strictObject({ lowest: rupiah.nullable(), highest: rupiah.nullable() }),
    match: z
      .strictObject({ kind: z.enum(['exactly', 'respelt', 'partly']), words: z.string().nullable() })
      .meta({ description: t('api.match') }),
    next: z
      .string()
      .nullable()
      .meta({ description: t('api.next') }),
    isLimited: z.boolean().meta({ description: t('api.is_limited') }),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof searchAnswer>

/** RFC 9457. `type` is for machines and stays; the rest is for people. */
export const problem = z
  .strictObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

export const limits = { least: 1, most: 100, usual: 24 } as const
