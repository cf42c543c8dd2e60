import type { ProductDocument } from './engine.ts'
import { wordsOf } from './normalise.ts'

/**
 * What a product is, by its categories: the first word of each, as in a name. `Sayur segar` is vegetables, `keripik sayur`
 * is crisps.
 */
export const kindsOf = ({ facets }: ProductDocument): string[] =>
  facets.categories.flatMap((slug) => wordsOf(slug.replaceAll('-', ' ')).slice(0, 1))
