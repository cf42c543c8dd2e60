import type { SubmissionResult } from '@conform-to/react'
import type { Held } from './sending.ts'
import type { Errors, Typed } from './typed.ts'

export type Answer = SubmissionResult<string[]> | Held | undefined

/** What came back of the form that was sent: what is wrong where, what was typed, or that it is held. */
export function answeredOf(answer: Answer): {
  answered: { errors: Errors; typed: Typed } | null
  isHeld: boolean
} {
  if (!answer) return { answered: null, isHeld: false }
  if ('isHeld' in answer) return { answered: null, isHeld: true }
  const errors: Errors = {}
  for (const [name, messages] of Object.entries(answer.error ?? {}))
    if (messages?.length) errors[name] = messages
  const typed: Typed = {}
  for (const [name, value] of Object.entries(answer.initialValue ?? {}))
    if (typeof value === 'string') typed[name] = value
  return { answered: { errors, typed }, isHeld: false }
}
