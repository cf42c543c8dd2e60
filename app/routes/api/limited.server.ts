import { rateLimit } from '#app/platform/rate-limit.server.ts'
import { Refusal } from '#app/platform/refusal.ts'

/** At most so many answers a minute for one address that had to be looked up; those from memory are free. */
export function answersPerMinute(tries: number) {
  const limit = rateLimit({ tries, minutes: 1 })
  /** Null while there are not too many, otherwise how many minutes to wait. */
  return async (context: unknown): Promise<number | null> => {
    const address = (context as { address?: string } | undefined)?.address
    if (!address) return null // not asked over the network
    try {
      await limit.count(address)
      return null
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return 1
    }
  }
}
