import type { ProductDocument } from '#app/domain/search/engine.ts'
import { slugOf } from '#app/platform/slug.ts'
import { aDocument } from '../contract.ts'
import { coastGoods } from './coast-goods.ts'

/** The coast as an engine is given it. */
export const coastDocuments = (): ProductDocument[] =>
  coastGoods.map(({ name, category, village, producer, story }) =>
    aDocument({
      name,
      story,
      origin: [
        producer,
        `desa ${village}`,
        village.replace(' ', ''),
        'Kabupaten Pesisir Lor',
        `KDMP ${village}`,
        category,
      ].join(', '),
      facets: { categories: [slugOf(category)], villages: [slugOf(village)], districts: ['pesisir'] },
    }),
  )
