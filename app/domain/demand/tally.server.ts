import { createHash, randomBytes } from 'node:crypto'
import type { Day } from '#app/platform/calendar.ts'
import { countedWords } from './rules.ts'

/** Words that were asked so many times since the last look. */
export type Asked = { words: string; times: number; isFound: boolean }

type Tally = {
  /** Times, and how often nobody knew whether something was found. */
  asked: Map<string, { times: number; looks: number }>
  found: Map<string, boolean>
  /** Who asked what today, unreadable: with a salt that is never written down. */
  seen: Set<string>
  /** How many different words came from an address today. */
  perAddress: Map<string, number>
  day: Day
  salt: Buffer
}

// The server runs this file as it is and the built pages carry a copy: one tally for both.
const shared = globalThis as typeof globalThis & { searchTally?: Tally }
shared.searchTally ??= {
  asked: new Map(),
  found: new Map(),
  seen: new Set(),
  perAddress: new Map(),
  day: '',
  salt: randomBytes(16),
}
const tally = shared.searchTally
const mostWords = 2_000
const mostSeen = 50_000
/** A village may share one address; somebody who plays does not fill the day for the others. */
const mostPerAddress = 200

/**
 * Counts that somebody at an address looked for this: once a day, so that one person alone makes nothing popular. When
 * too many have asked to tell them apart, nothing is counted until the next day rather than somebody twice.
 */
export function countAsked(text: string, address: string, today: Day): void {
  const words = countedWords(text)
  if (!words) return
  if (tally.day !== today) {
    tally.day = today
    tally.seen.clear()
    tally.perAddress.clear()
    tally.salt = randomBytes(16)
  }
  const [who, from] = [hidden(`${address} ${words}`), hidden(address)]
  const soFar = tally.perAddress.get(from) ?? 0
  if (tally.seen.has(who) || tally.seen.size >= mostSeen || soFar >= mostPerAddress) return
  tally.seen.add(who)
  tally.perAddress.set(from, soFar + 1)
  const before = tally.asked.get(words)
  if (before) before.times++
  else if (tally.asked.size < mostWords) tally.asked.set(words, { times: 1, looks: 0 })
}

function hidden(text: string): string {
  return createHash('sha256').update(tally.salt).update(text).digest('base64')
}

/** Notes whether a product has all of these words; pages that are answered from memory do not look again. */
export function noteFound(text: string, isFound: boolean): void {
  const words = countedWords(text)
  if (!words) return
  tally.found.delete(words)
  tally.found.set(words, isFound)
  for (const oldest of tally.found.keys()) {
    if (tally.found.size <= 2 * mostWords) break
    tally.found.delete(oldest)
  }
}

/** What was asked since the last time, to be written down. What is still being looked for stays for the next time. */
export function takeAsked(): Asked[] {
  const taken: Asked[] = []
  for (const [words, one] of tally.asked) {
    const isFound = tally.found.get(words)
    if (isFound !== undefined) taken.push({ words, times: one.times, isFound })
    else if (one.looks++ < 2) continue
    tally.asked.delete(words)
  }
  return taken
}
