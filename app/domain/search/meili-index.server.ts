import type { Meili } from '#app/platform/meilisearch.server.ts'
import { wordDocument } from './meili-documents.server.ts'
import { wordsUid } from './meili-words.server.ts'
import { indexSettings } from './settings.ts'
import { otherSpellings } from './spellings.ts'
import type { Synonyms } from './synonyms.server.ts'

/** Makes an empty index as settings.ts says, and the one of its words, where they are not there; again changes nothing. */
export async function createIndex(meili: Meili, uid: string, synonyms: Synonyms): Promise<void> {
  const words = wordsUid(uid)
  await Promise.all([create(meili, uid, 'productId'), create(meili, words, 'word')])
  await Promise.all([
    meili.changeSettings(uid, { ...indexSettings.products, synonyms }),
    meili.changeSettings(words, indexSettings.words),
  ])
  await meili.putDocuments(
    words,
    otherSpellings.map(([word, standard]) => wordDocument(word, standard)),
  )
}

/** What an operator says about words holds at once, also in an index that is filled. */
export const changeSynonyms = (meili: Meili, uid: string, synonyms: Synonyms): Promise<void> =>
  meili.changeSettings(uid, { synonyms })

/** Takes an index away with its words. */
export async function deleteIndex(meili: Meili, uid: string): Promise<void> {
  for (const one of [uid, wordsUid(uid)]) if (await meili.hasIndex(one)) await meili.deleteIndex(one)
}

async function create(meili: Meili, uid: string, primaryKey: string): Promise<void> {
  if (!(await meili.hasIndex(uid))) await meili.createIndex(uid, primaryKey)
}
