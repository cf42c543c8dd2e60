import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '#app/domain/shelf-plans/draft.ts'
import type { Period } from '#app/domain/shelf-plans/period.ts'
import { t } from '#app/messages/say.ts'

export type Kept = { planId: string | null; version: number }

/** How the draft stands to what the server keeps. */
export type Saving =
  | { is: 'kept'; at: Date | null }
  | { is: 'saving' }
  | { is: 'offline' }
  /** Somebody else drew meanwhile, or the session ended: only a reload helps. */
  | { is: 'lost'; text: string }
  | { is: 'refused'; text: string }

const pauseMs = 500
const retryMs = 4_000

type Answer = { ok: true; kept: Kept; at: Date } | { ok: false; status: number; text: string }

// Throws where the server could not be reached or was in trouble: that is worth another try.
async function send(url: string, body: FormData, keepalive: boolean): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    keepalive,
    headers: { Accept: 'application/json' },
  })
  if (response.redirected) return { ok: false, status: 401, text: t('planner.signed_out') }
  if (response.status >= 500) throw new Error(`${response.status}`)
  const answer = await response.json()
  if (!response.ok) return { ok: false, status: response.status, text: answer.text }
  return { ok: true, kept: { planId: answer.planId, version: answer.version }, at: new Date(answer.savedAt) }
}

type Options = {
  url: string
  membershipId: string
  period: Period
  kept: Kept
  keptAt: Date | null
  draft: Draft
}

/** Sends the draft to the server as it is drawn, half a second after the last stroke; tries again while offline. */
export function usePlanSaving({ url, membershipId, period, kept: first, keptAt, draft }: Options) {
  const [saving, setSaving] = useState<Saving>({ is: 'kept', at: keptAt })
  const kept = useRef(first)
  const keptDraft = useRef(JSON.stringify(draft))
  const latest = useRef(draft)
  latest.current = draft
  const running = useRef<Promise<Kept | null> | null>(null)
  const isLost = useRef(false)

  const save = useCallback(
    async (keepalive = false): Promise<Kept | null> => {
      for (;;) {
        const text = JSON.stringify(latest.current)
        if (text === keptDraft.current) return kept.current
        if (isLost.current) return null
        const body = new FormData()
        const fields = { membershipId, ...period, version: String(kept.current.version), draft: text }
        for (const [name, value] of Object.entries(fields)) body.set(name, value)
        setSaving({ is: 'saving' })
        const answer = await send(url, body, keepalive).catch(() => null)
        if (!answer) {
          setSaving({ is: 'offline' })
          return null
        }
        if (!answer.ok) {
          isLost.current = answer.status !== 422
          setSaving({ is: isLost.current ? 'lost' : 'refused', text: answer.text })
          return null
        }
        kept.current = answer.kept
        keptDraft.current = text
        setSaving({ is: 'kept', at: answer.at })
      }
    },
    [url, membershipId, period],
  )

  /** Saves what is not saved yet, one try at a time; null where that failed. */
  const flush = useCallback(
    async (keepalive = false) => {
      running.current ??= save(keepalive).finally(() => {
        running.current = null
      })
      return running.current
    },
    [save],
  )

  useEffect(() => {
    if (JSON.stringify(draft) === keptDraft.current) return
    const timer = setTimeout(flush, pauseMs)
    return () => clearTimeout(timer)
  }, [draft, flush])

  useEffect(() => {
    if (saving.is !== 'offline') return
    const again = () => void flush()
    const timer = setInterval(again, retryMs)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [saving.is, flush])

  useEffect(() => {
    const isKept = () => JSON.stringify(latest.current) === keptDraft.current
    const warn = (event: BeforeUnloadEvent) => {
      if (!isKept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      if (!isKept()) void flush(true)
    }
  }, [flush])

  return { saving, flush }
}
