import type { ProductDocument } from '#app/domain/search/engine.ts'
import { slugOf } from '#app/platform/slug.ts'
import { aDocument } from '../contract.ts'

/** Goods of a made-up place as an engine is given them. Each line is a name, category, village, producer and story. */
export const goodsOf = (text: string): ProductDocument[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', category = '', village = '', producer = '', story = ''] = line.split('; ')
      const joined = village.replace(' ', '')
      const origin = [producer, `desa ${village}`, joined, 'Kabupaten Lor', `KDMP ${village}`, category]
      return aDocument({
        name,
        story,
        origin: origin.join(', '),
        facets: { categories: [slugOf(category)], villages: [slugOf(village)], districts: ['lor'] },
      })
    })
