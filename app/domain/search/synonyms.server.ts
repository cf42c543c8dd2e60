import { remember } from '#app/platform/remember.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { soughtWords } from './normalise.ts'

/** A phrase of normalised words with the phrases that would also do. */
export type Synonyms = Record<string, string[]>

/** The operator's synonyms as the engines read them, in both directions where they go both ways. */
export function listSynonyms(db: Db): Promise<Synonyms> {
  return remember('synonyms', async () => {
    const rows = await db.searchSynonym.findMany({
      where: { removedAt: null },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      select: { phrase: true, also: true, isMutual: true },
    })
    const synonyms = new Map<string, Set<string>>()
    const add = (phrase: string, also: string) => {
      if (phrase === also || !phrase || !also) return
      // English puts the quality first: `fresh milk` is read as `segar susu`.
      for (const typed of new Set([phrase, reversed(phrase)]))
        synonyms.set(typed, (synonyms.get(typed) ?? new Set()).add(also))
    }
    for (const { phrase, also, isMutual } of rows) {
      add(normalised(phrase), normalised(also))
      if (isMutual) add(normalised(also), normalised(phrase))
    }
    return Object.fromEntries([...synonyms].map(([phrase, others]) => [phrase, [...others]]))
  })
}

/** Two words the other way round; more stay as they are. */
const reversed = (phrase: string): string => {
  const words = phrase.split(' ')
  return words.length === 2 ? words.toReversed().join(' ') : phrase
}

/** A phrase as it is compared: the words a query would be left with. */
export const normalised = (phrase: string): string => soughtWords(phrase).join(' ')
