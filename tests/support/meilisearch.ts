import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, onTestFinished, vi } from 'vitest'
import { createIndex, deleteIndex } from '#app/domain/search/meili-index.server.ts'
import { db } from '#app/platform/db.server.ts'
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

/** From here to the end of the test the product searches in that server. */
export function useMeili({ url, key }: { url: string; key?: string | undefined }): Meili {
  vi.stubEnv('MEILI_URL', url)
  vi.stubEnv('MEILI_KEY', key)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  return meilisearch({ url, key, timeoutMs: 30_000 })
}

/** Takes away, after the test, what the feeding has made for it. */
export function removeIndexes(meili: Meili): void {
  onTestFinished(async () => {
    for (const { uid } of await db.searchIndex.findMany()) await deleteIndex(meili, uid)
  })
}

/** What stands before the server does with requests: hands them on, answers 500, or never answers. */
export type Mood = 'well' | 'failing' | 'hanging'

/** A way to the server that can be told to fail; the server itself is a real one. */
export async function aFragileWay(target = meiliConfig().url) {
  const way = {
    url: '',
    key: meiliConfig().key,
    mood: 'well' as Mood,
    asked: 0,
    isFragile: (_: string) => true,
  }
  const server = createServer((req, res) => {
    way.asked++
    const mood = way.isFragile(`${req.method} ${req.url}`) ? way.mood : 'well'
    if (mood === 'failing') res.writeHead(500).end('broken')
    else if (mood === 'well') handOn(target, req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  way.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return way
}

function handOn(target: string, req: IncomingMessage, res: ServerResponse): void {
  const { method, headers } = req
  const onwards = request(
    target + req.url,
    { method, headers: { ...headers, host: new URL(target).host } },
    (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    },
  )
  onwards.on('error', () => res.destroy())
  req.pipe(onwards)
}
