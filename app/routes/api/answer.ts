import type { Origin } from '#app/domain/catalogue/offer-queries.server.ts'
import { type Facet, facets } from '#app/domain/search/engine.ts'
import type { Answer, FoundCard } from '#app/domain/search/search-catalogue.server.ts'
import { paths } from '#app/paths.ts'
import { namedValues } from '../search/facet-names.ts'
import { wordFor } from '../search-choice.ts'
import type { SearchAnswer } from './answer-schema.ts'

/** What the catalogue found as the API says it. `origin` is where the site is, empty where it does not know. */
export function answerOf(found: Answer, origins: Map<string, Origin>, origin: string): SearchAnswer {
  const { cards, counts, match, names, next, isLimited } = found
  return {
    total: counts.total,
    items: cards.flatMap((card) => {
      const from = origins.get(card.slug)
      return from ? [itemOf(card, from, origin)] : [] // hidden since the card was read
    }),
    facets: Object.fromEntries(
      facets.map((facet) => [facet, valuesOf(facet, counts[facet], names)]),
    ) as SearchAnswer['facets'],
    prices: {
      lowest: counts.cheapest === null ? null : Number(counts.cheapest),
      highest: counts.dearest === null ? null : Number(counts.dearest),
    },
    match: { kind: match.kind, words: match.kind === 'respelt' ? match.words : null },
    next,
    isLimited,
  }
}

function itemOf(card: FoundCard, from: Origin, origin: string): SearchAnswer['items'][number] {
  const { id, slug, brand, category, village, cooperative, producer, stores } = from
  return {
    id,
    slug,
    name: card.name,
    brand,
    price: Number(card.price),
    packs: card.packs,
    category,
    village,
    cooperative,
    producer,
    stores,
    storage: card.storage,
    shelfLifeDays: card.shelfLifeDays,
    isInStock: card.isInStock,
    imageUrl: origin + paths.media(card.photoHash, 640, 'jpeg'),
    url: origin + paths.product(slug),
  }
}

/** The most first. */
function valuesOf(facet: Facet, counts: Record<string, number>, names: Answer['names']) {
  const called = new Map(namedValues(facet, names).map(({ slug, name }) => [slug, name]))
  return Object.entries(counts)
    .map(([slug, count]) => ({ value: wordFor(slug), name: called.get(slug) ?? slug, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
