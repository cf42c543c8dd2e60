// The server runs this file as it is and the built pages carry a copy: one memory for both.
const shared = globalThis as typeof globalThis & { publicContent?: Memory }
type Kept = { version: number; until: number; value: Promise<unknown> }
type Memory = { version: number; isWatched: boolean; kept: Map<string, Kept> }

shared.publicContent ??= { version: 0, isWatched: false, kept: new Map() }
const memory = shared.publicContent
const mostKept = 2_000
/** Periods begin and end without anybody changing a row. */
const longestMs = 60_000

/**
 * What `work` found under `key` since public content last changed, or now.
 *
 * Keeps nothing in a process that does not hear of changes (a script, the worker, a test). Two that ask at the same
 * time wait for the same work.
 */
export function remember<T>(key: string, work: () => Promise<T>): Promise<T> {
  if (!memory.isWatched) return work()
  const now = Date.now()
  const found = memory.kept.get(key)
  if (found && found.version === memory.version && found.until > now) return found.value as Promise<T>
  const { version } = memory // before the work begins, so that a change meanwhile makes it worth nothing
  const value = work()
  memory.kept.delete(key)
  memory.kept.set(key, { version, until: now + longestMs, value })
  value.catch(() => memory.kept.delete(key))
  for (const oldest of memory.kept.keys()) {
    if (memory.kept.size <= mostKept) break
    memory.kept.delete(oldest)
  }
  return value
}

/** To be called by whoever hears that public content has changed, and once when the listening begins. */
export function forgetPublicContent(): void {
  memory.isWatched = true
  memory.version++
  memory.kept.clear()
}

/** To be called when changes are no longer heard. */
export function stopRemembering(): void {
  memory.isWatched = false
  memory.kept.clear()
}
