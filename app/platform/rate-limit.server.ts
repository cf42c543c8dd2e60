import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './refusal.ts'

/** At most `tries` under one name within `minutes`, counted in this process; one more is refused with how long to wait. */
export function rateLimit({ tries, minutes }: { tries: number; minutes: number }) {
  const limiter = new RateLimiterMemory({ points: tries, duration: minutes * 60 })
  return {
    /**
     * Counts a try before it is made, so that many at once cannot all come first.
     *
     * @throws Refusal `too_many` when it is one too many.
     */
    async count(name: string): Promise<void> {
      await limiter.consume(name).catch((reason) => {
        if (!(reason instanceof RateLimiterRes)) throw reason
        const wait = Math.max(1, Math.ceil(reason.msBeforeNext / 60_000))
        throw new Refusal('too_many', { key: 'error.too_many', minutes: wait })
      })
    },
    /** Takes one try back: it was a rightful one. */
    async giveBack(name: string): Promise<void> {
      await limiter.reward(name)
    },
    /** Starts again from nothing. */
    async forget(name: string): Promise<void> {
      await limiter.delete(name)
    },
  }
}
