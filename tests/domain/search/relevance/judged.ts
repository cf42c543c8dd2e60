import type { ProductDocument, SearchEngine } from '#app/domain/search/engine.ts'
import { noFilters } from '#app/domain/search/engine.ts'

/** A query, and which products a shopper would call right. */
export type Judged = { words: string; right: string[] }

/**
 * Reads `query = right; right; …`, one a line. Right is a name (`*` stands for anything), `in:` a category or village,
 * or `by:` words of producer or cooperative.
 */
export const judgedLines = (text: string): Judged[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [words = '', right = ''] = line.split(' = ')
      return { words, right: right.split('; ') }
    })

/** The ids of what is right. A pattern that names nothing is a mistake of the list. */
function rightIds({ words, right }: Judged, documents: readonly ProductDocument[]): Set<string> {
  return new Set(
    right.flatMap((pattern) => {
      const found = documents.filter((document) => fits(document, pattern))
      if (found.length === 0) throw new Error(`"${words}": nothing is called "${pattern}"`)
      return found.map(({ productId }) => productId)
    }),
  )
}

function fits({ name, origin, facets }: ProductDocument, pattern: string): boolean {
  if (pattern.startsWith('in:'))
    return [...facets.categories, ...facets.villages, ...facets.districts].includes(pattern.slice(3))
  if (pattern.startsWith('by:')) return origin.includes(pattern.slice(3))
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}`, 'i').test(name)
}

/** `{gtin Keripik Nangka}` as the barcode of the product that begins so. */
const withBarcode = (words: string, documents: readonly ProductDocument[]): string =>
  words.replace(
    /^\{gtin (.*)\}$/,
    (_, name: string) => documents.find((one) => one.name.startsWith(name))?.codes[0] ?? 'none',
  )

const shown = 10

export type Score = { recall: number; mrr: number; misses: string[] }

/** Recall among the first ten (of ten, where more are right) and the mean of one over the place of the first right one. */
export async function scoreOf(
  engine: SearchEngine,
  judged: readonly Judged[],
  documents: readonly ProductDocument[],
): Promise<Score> {
  const nameOf = new Map(documents.map(({ productId, name }) => [productId, name]))
  const misses: string[] = []
  let [recall, mrr] = [0, 0]
  for (const one of judged) {
    const right = rightIds(one, documents)
    const query = {
      words: withBarcode(one.words, documents),
      filters: noFilters,
      sort: 'fitting',
      after: null,
      limit: shown,
    } as const
    const { productIds, match } = await engine.page(query)
    const hits = productIds.filter((id) => right.has(id)).length
    const first = productIds.findIndex((id) => right.has(id))
    const share = hits / Math.min(shown, right.size)
    recall += share / judged.length
    mrr += first < 0 ? 0 : 1 / (first + 1) / judged.length
    if (share < 1 || first > 0)
      misses.push(
        `${one.words} (${match.kind === 'respelt' ? match.words : match.kind}): recall ${share.toFixed(2)}, first ${first + 1}; ` +
          productIds
            .slice(0, 4)
            .map((id) => nameOf.get(id))
            .join(', '),
      )
  }
  return { recall, mrr, misses }
}
