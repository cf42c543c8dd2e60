import type { ProductDocument } from './engine.ts'
import { wordsOf } from './normalise.ts'

/**
 * The words of each category that a product is in. What a kind is stands first, as in a name: `sayur segar` is vegetables,
 * `keripik sayur` is crisps.
 */
export const kindsOf = ({ facets }: ProductDocument): string[][] =>
  facets.categories.map((slug) => wordsOf(slug.replaceAll('-', ' ')))
