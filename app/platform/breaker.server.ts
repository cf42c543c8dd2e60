/**
 * Remembers that something outside does not answer, so that not everybody waits for it: after a failure nobody tries for
 * `restMs`; then one does, and the others when that went well.
 */
export function breaker(restMs: number, now: () => number = () => performance.now()) {
  let closedUntil = 0
  return {
    /** Whether this caller may try; to be followed by `worked` or `failed`. */
    mayTry(): boolean {
      if (closedUntil === 0) return true
      if (now() < closedUntil) return false
      closedUntil = now() + restMs
      return true
    },
    worked(): void {
      closedUntil = 0
    },
    failed(): void {
      closedUntil = now() + restMs
    },
  }
}
