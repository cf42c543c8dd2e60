import type { Page } from './handler.ts'

/** Public pages as bytes, until something that they show has changed. */
export type PageCache = ReturnType<typeof pageCache>

const mostBytes = 64 * 1024 * 1024
/** Periods begin and lots expire without anybody changing a row. */
const longestMs = 60_000

/** A memory of pages that keeps nothing until `resume` says that changes are heard. */
export function pageCache(now: () => number = Date.now) {
  const kept = new Map<string, { page: Page; until: number }>()
  let bytes = 0
  let generation = 0
  let hears = false

  function drop(key: string): void {
    const found = kept.get(key)
    if (!found) return
    bytes -= found.page.body.length
    kept.delete(key)
  }

  function clear(): void {
    kept.clear()
    bytes = 0
    generation++
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
      if (!hears || age !== generation || page.body.length > mostBytes / 16) return
      drop(key)
      kept.set(key, { page, until: now() + longestMs })
      bytes += page.body.length
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
    clear,
    pause(): void {
      hears = false
      clear()
    },
    resume(): void {
      // What changed while nobody listened is in no page kept from here on.
      clear()
      hears = true
    },
  }
}
