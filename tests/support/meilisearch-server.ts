import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findMeilisearch, startMeilisearch } from '#scripts/machine/meilisearch.ts'

/** A real Meilisearch for the run: the one of MEILI_URL, or one of its own where there is the program; see meilisearch.ts. */
export default async function setup() {
  const { MEILI_URL, MEILI_KEY } = process.env
  if (MEILI_URL) {
    process.env.TEST_MEILI_URL = MEILI_URL
    process.env.TEST_MEILI_KEY = MEILI_KEY
    return
  }
  const program = findMeilisearch()
  if (!program) return
  const dir = mkdtempSync(path.join(os.tmpdir(), 'meilisearch-'))
  const server = await startMeilisearch(program, { dir })
  process.env.TEST_MEILI_URL = server.url
  process.env.TEST_MEILI_KEY = server.key
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
