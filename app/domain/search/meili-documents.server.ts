import { hashOf } from './documents.server.ts'
import type { ProductDocument } from './engine.ts'
import { kindsOf } from './kinds.ts'
import { wordsOf } from './normalise.ts'
import { bySound, withoutVowels } from './sounds.ts'

/** A product as Meilisearch keeps it: words written as they are sought, and numbers. */
export function keptDocument(document: ProductDocument) {
  const name = wordsOf(document.name)
  return {
    productId: document.productId,
    ...document.facets,
    price: Number(document.price),
    minCartons: document.minCartons,
    leadTimeDays: document.leadTimeDays,
    shelfLifeDays: document.shelfLifeDays,
    popularity: document.popularity,
    publishedAt: document.publishedAt.getTime(),
    // What a thing is stands first in Indonesian, in its name and in that of its category.
    head: name.slice(0, 1).join(' '),
    name: name.join(' '),
    codes: document.codes,
    kinds: kindsOf(document).join(' '),
    origin: wordsOf(document.origin).join(' '),
    story: wordsOf(document.story).join(' '),
    hash: hashOf(document),
  }
}

/** A spelling and the word that is meant by it, with which a mistyped word is compared. */
export const wordDocument = (word: string, standard = word) => ({ word, bones: bonesOf(word), standard })

/** The words by which these products are known. */
export function wordDocuments(kept: { name: string; origin: string }[]) {
  const words = kept.flatMap(({ name, origin }) => `${name} ${origin}`.match(/\b[a-z]{3,}\b/g) ?? [])
  return [...new Set(words)].map((word) => wordDocument(word))
}

/** A word as it is left when vowels are left out (`krpk`) and letters that sound the same are one. */
export const bonesOf = (word: string): string => withoutVowels(bySound(word))
