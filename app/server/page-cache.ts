import pg from 'pg'
import type { Page } from './handler.ts'

/** Public pages as bytes, until something that they show has changed. */
export type PageCache = ReturnType<typeof pageCache>

const maxBytes = 64 * 1024 * 1024
/** Periods begin and lots expire without anybody changing a row. */
const longestMs = 60_000

export function pageCache(now: () => number = Date.now) {
  const kept = new Map<string, { page: Page; until: number }>()
  let bytes = 0
  let generation = 0

  function drop(key: string): void {
    const found = kept.get(key)
    if (!found) return
    bytes -= found.page.body.length
    kept.delete(key)
  }

  return {
    find(key: string): Page | undefined {
      const found = kept.get(key)
      if (found && found.until > now()) return found.page
      drop(key)
      return undefined
    },
    /** To be asked before a page is rendered, and given back with it. */
    age: () => generation,
    /** Keeps a page, unless something changed while it was rendered. */
    keep(key: string, page: Page, age: number): void {
      if (age !== generation || page.body.length > maxBytes / 16) return
      drop(key)
      kept.set(key, { page, until: now() + longestMs })
      bytes += page.body.length
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
    },
    clear(): void {
      kept.clear()
      bytes = 0
      generation++
    },
  }
}

/** A cache that the database itself empties: `announceChange` notifies when its transaction commits. */
export async function listenForChanges() {
  const cache = pageCache()
  let isClosed = false
  let client: pg.Client | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: process.env.DATABASE_URL })
    next.on('notification', cache.clear)
    next.on('error', () => {}) // 'end' follows
    next.on('end', () => {
      cache.clear()
      if (!isClosed) setTimeout(() => connect().catch(() => {}), 1_000).unref()
    })
    await next.connect()
    await next.query('listen public_pages_changed')
    // What changed while nobody listened is in no page kept from here on.
    cache.clear()
    client = next
  }

  await connect()
  return {
    cache,
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
