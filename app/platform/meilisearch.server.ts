import { z } from 'zod'

/** Where a Meilisearch server is, and how long one answer may take. */
export type MeiliConfig = { url: string; key: string | undefined; timeoutMs: number }

/** The server that MEILI_URL names; null where search is PostgreSQL's alone. */
export function meiliConfig(timeoutMs: number, env = process.env): MeiliConfig | null {
  return env.MEILI_URL ? { url: env.MEILI_URL, key: env.MEILI_KEY, timeoutMs } : null
}

/** One search, in Meilisearch's own words (https://www.meilisearch.com/docs/reference/api/search). */
export type MeiliQuery = {
  indexUid: string
  q: string
  matchingStrategy: 'all'
  filter?: string[]
  sort?: string[]
  facets?: string[]
  offset?: number
  limit?: number
  attributesToRetrieve: string[]
  attributesToSearchOn?: string[]
  showRankingScore?: boolean
  federationOptions?: { weight: number }
}

const hit = z.record(z.string(), z.unknown())
const distribution = z.record(z.string(), z.record(z.string(), z.number()))
const stats = z.record(z.string(), z.object({ min: z.number(), max: z.number() }))
const result = z.object({
  hits: z.array(hit),
  // Without a distinct attribute it is no estimate, see the contract of domain/search.
  estimatedTotalHits: z.number(),
  facetDistribution: distribution.optional(),
  facetStats: stats.optional(),
})
const merged = z.object({
  hits: z.array(hit),
  estimatedTotalHits: z.number(),
  facetsByIndex: z.record(z.string(), z.object({ distribution, stats })).optional(),
})
const task = z.object({ taskUid: z.number() })
const taskState = z.object({
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  error: z.object({ code: z.string(), message: z.string() }).nullish(),
})
const refusal = z.object({ code: z.string(), message: z.string() })
const documents = z.object({ results: z.array(hit), total: z.number() })

export type MeiliResult = z.infer<typeof result>
export type Meili = ReturnType<typeof meilisearch>

/** What Meilisearch did not do: `code` is its own word for it, or `unreachable` where it gave no answer we understand. */
export class MeiliError extends Error {
  code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(`Meilisearch: ${message}`, { cause })
    this.name = 'MeiliError'
    this.code = code
  }
}

/**
 * A Meilisearch server, as far as we use it.
 *
 * Every call throws a MeiliError when there is no good answer in time. What writes returns when it is done, not when it
 * is queued, and may then be searched.
 */
export function meilisearch({ url, key, timeoutMs }: MeiliConfig) {
  const base = url.replace(/\/$/, '')
  const headers = {
    'content-type': 'application/json',
    // Compressed answers come in pieces, and the last one waits 40 ms for the acknowledgement of the first.
    'accept-encoding': 'identity',
    ...(key && { authorization: `Bearer ${key}` }),
  }

  async function ask<T>(method: string, path: string, shape: z.ZodType<T>, body?: unknown): Promise<T> {
    let answer: { ok: boolean; status: number; text: string }
    try {
      const response = await fetch(base + path, {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      answer = { ok: response.ok, status: response.status, text: await response.text() }
    } catch (error) {
      throw new MeiliError('unreachable', `no answer to ${method} ${path} from ${base}`, error)
    }
    if (!answer.ok) {
      const said = read(refusal, answer.text)
      if (said.success) throw new MeiliError(said.data.code, said.data.message)
      throw new MeiliError('unreachable', `${method} ${path} was answered with ${answer.status}`)
    }
    const found = read(shape, answer.text)
    if (found.success) return found.data
    throw new MeiliError('unreachable', `${method} ${path} was answered with something else`, found.error)
  }

  async function done(queued: Promise<{ taskUid: number }>): Promise<void> {
    const { taskUid } = await queued
    const until = performance.now() + longestTaskMs
    for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 1.5, 500)) {
      const { status, error } = await ask('GET', `/tasks/${taskUid}`, taskState)
      if (status === 'succeeded') return
      if (status === 'failed' || status === 'canceled')
        throw new MeiliError(error?.code ?? status, error?.message ?? `task ${taskUid} was ${status}`)
      if (performance.now() > until) throw new MeiliError('unreachable', `task ${taskUid} takes too long`)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }

  return {
    /** Several searches with one request, answered in their order. */
    async search(queries: MeiliQuery[]): Promise<MeiliResult[]> {
      return (await ask('POST', '/multi-search', z.object({ results: z.array(result) }), { queries })).results
    },
    /** Several searches of one index answered as one: what any of them finds, each once. */
    async searchAny(
      uid: string,
      queries: MeiliQuery[],
      page: { offset: number; limit: number; facets: string[] },
    ): Promise<MeiliResult> {
      const { facets, ...federation } = page
      const { facetsByIndex, ...found } = await ask('POST', '/multi-search', merged, {
        federation: { ...federation, facetsByIndex: { [uid]: facets } },
        queries,
      })
      const counts = facetsByIndex?.[uid]
      return { ...found, facetDistribution: counts?.distribution, facetStats: counts?.stats }
    },
    /** Whether the index is there. */
    async hasIndex(uid: string): Promise<boolean> {
      try {
        await ask('GET', `/indexes/${uid}`, z.object({ uid: z.string() }))
        return true
      } catch (error) {
        if (error instanceof MeiliError && error.code === 'index_not_found') return false
        throw error
      }
    },
    /** Makes an index; somebody else may have made it meanwhile. */
    async createIndex(uid: string, primaryKey: string): Promise<void> {
      await done(ask('POST', '/indexes', task, { uid, primaryKey })).catch((error) => {
        if (error.code !== 'index_already_exists') throw error
      })
    },
    deleteIndex: (uid: string) => done(ask('DELETE', `/indexes/${uid}`, task)),
    changeSettings: (uid: string, settings: object) =>
      done(ask('PATCH', `/indexes/${uid}/settings`, task, settings)),
    clear: (uid: string) => done(ask('DELETE', `/indexes/${uid}/documents`, task)),
    putDocuments: (uid: string, documents: object[]) =>
      done(ask('POST', `/indexes/${uid}/documents`, task, documents)),
    removeDocuments: (uid: string, ids: string[]) =>
      done(ask('POST', `/indexes/${uid}/documents/delete-batch`, task, ids)),
    /** Documents by filter and order, with how many there are. */
    listDocuments: (
      uid: string,
      asked: { fields: string[]; filter?: string; sort?: string[]; offset?: number; limit: number },
    ) => ask('POST', `/indexes/${uid}/documents/fetch`, documents, asked),
  }
}

/** Meilisearch takes up tasks one after another; a large batch may wait for another. */
const longestTaskMs = 45_000

function read<T>(shape: z.ZodType<T>, text: string) {
  try {
    return shape.safeParse(JSON.parse(text))
  } catch {
    return shape.safeParse(undefined)
  }
}
