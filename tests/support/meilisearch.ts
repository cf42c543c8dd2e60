import { afterAll } from 'vitest'
import { createIndex, deleteIndex } from '#app/domain/search/meili-index.server.ts'
import { newId } from '#app/platform/ids.ts'
import { type Meili, type MeiliConfig, meilisearch } from '#app/platform/meilisearch.server.ts'

/** Where there is no server its tests are skipped; `npm test` says how to get one. */
export const isWithoutMeili = !process.env.TEST_MEILI_URL

/** The server of this run. Tests share it, so each makes indexes of its own. */
export function meiliConfig(): MeiliConfig {
  return { url: process.env.TEST_MEILI_URL ?? '', key: process.env.TEST_MEILI_KEY, timeoutMs: 30_000 }
}

let kept: Promise<{ meili: Meili; uid: string }> | undefined

/** An empty index: one for all tests of a file, because making one takes seconds. */
export async function anIndex() {
  kept ??= makeIndex()
  const { meili, uid } = await kept
  await meili.clear(uid)
  return { meili, uid }
}

async function makeIndex() {
  const meili = meilisearch(meiliConfig())
  const uid = `test_${newId('product')}`
  await createIndex(meili, uid, {})
  return { meili, uid }
}

afterAll(async () => {
  if (!kept) return
  const { meili, uid } = await kept
  await deleteIndex(meili, uid)
})
