import type { SubmissionResult } from '@conform-to/react'
import type { Held } from './sending.ts'
import type { Errors, Typed } from './typed.ts'

/** The form with a row more or less, which nobody judged. */
type Redrawn = { initialValue: Typed; error: Errors }
export type Answer = SubmissionResult<string[]> | Redrawn | Held | undefined

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
  flatten(typed, '', answer.initialValue ?? {})
  return { answered: { errors, typed }, isHeld: false }
}

// Conform answers in the shape of the form; a field is called by its path.
function flatten(typed: Typed, path: string, value: unknown): void {
  if (typeof value === 'string') typed[path] = value
  else if (Array.isArray(value)) for (const [i, one] of value.entries()) flatten(typed, `${path}[${i}]`, one)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) flatten(typed, path ? `${path}.${name}` : name, one)
}
