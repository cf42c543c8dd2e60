import { useEffect, useRef, useState } from 'react'
import type { OfferedVariant } from '#app/domain/shelf-plans/proposal.ts'

type Answer = Omit<OfferedVariant, 'wholesalePrice' | 'retailPrice' | 'breaks'> & {
  wholesalePrice: string
  retailPrice: string
  breaks: { fromCartons: number; price: string }[]
}

const pauseMs = 180

/** What the tray shows while somebody types; the last answer stays until the next is there. */
export function useTraySearch(url: string, first: { words: string; found: OfferedVariant[] }) {
  const [words, setWords] = useState(first.words)
  const [found, setFound] = useState(first.found)
  const [isOffline, setOffline] = useState(false)
  const asked = useRef(first.words)

  useEffect(() => {
    if (words === asked.current) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${url}&cari=${encodeURIComponent(words)}`, { signal: abort.signal })
        if (!response.ok) throw new Error(`${response.status}`)
        const answers: Answer[] = await response.json()
        asked.current = words
        setFound(answers.map(withPrices))
        setOffline(false)
      } catch {
        if (!abort.signal.aborted) setOffline(true)
      }
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words, url])

  return { words, setWords, found, isOffline }
}

const withPrices = (answer: Answer): OfferedVariant => ({
  ...answer,
  wholesalePrice: BigInt(answer.wholesalePrice),
  retailPrice: BigInt(answer.retailPrice),
  breaks: answer.breaks.map((step) => ({ ...step, price: BigInt(step.price) })),
})
