// Search with 10,000 and with 100,000 products, in each engine that is there: its own time, what reading the hits again adds.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findMeilisearch, howToGetMeilisearch, startMeilisearch } from '../../machine/meilisearch.ts'
import { problem } from '../../machine/problems.mjs'
import { say, step } from '../../machine/processes.ts'
import { withMarket } from '../market.ts'

const sizes = (process.env.PRODUCTS ?? '10000 100000').split(' ').map(Number)
const server = await outside()
const results: Record<string, object> = {}
try {
  for (const products of sizes)
    await withMarket(async () => {
      say(`search: measuring with ${products} products`)
      Object.assign(results, await measure(products))
    }, products)
} finally {
  await server?.stop()
}
for (const [name, table] of Object.entries(results)) {
  say(name)
  console.table(table)
}
if (!server) say(howToGetMeilisearch().replace('tested', 'measured'))
console.log(JSON.stringify({ bench: 'search', results }))

/** In a process of its own: each market has a database of its own. */
async function measure(products: number): Promise<Record<string, object>> {
  const outside = server && { MEILI_URL: server.url, MEILI_KEY: server.key }
  const child = fork('scripts/bench/search.ts', {
    env: { ...process.env, ...outside, PRODUCTS: String(products) },
  })
  const failed = once(child, 'exit').then(([code]) => {
    throw problem(`Measuring ended with ${code}; why is said above.`)
  })
  const [measured] = await Promise.race([once(child, 'message'), failed])
  failed.catch(() => {})
  return measured
}

/** The server of MEILI_URL, or one of our own where there is the program. */
async function outside() {
  const { MEILI_URL: url, MEILI_KEY: key = '' } = process.env
  if (url) return { url, key, stop: async () => {} }
  const program = findMeilisearch()
  if (!program) return null
  const dir = mkdtempSync(path.join(os.tmpdir(), 'meilisearch-'))
  const started = await step('Meilisearch', 'starting', () => startMeilisearch(program, { dir }))
  return {
    url: started.url,
    key: started.key,
    async stop() {
      await started.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
