import type { SubmissionResult } from '@conform-to/react'

export type AnsweredField = {
  id: string
  name: string
  errors: string[] | undefined
  initialValue: string | undefined
}

/**
 * The fields of a plain form, with what was typed and what is wrong after it was sent.
 *
 * For forms that need no client state: `name` is Conform's path (`answers[2].cartons`); `usual` is what the field
 * shows before anybody typed.
 */
export function answeredForm(result: SubmissionResult<string[]> | undefined, id = 'form') {
  return {
    /** What is wrong with the form as a whole. */
    errors: result?.error?.[''] ?? undefined,
    field(name: string, usual?: string): AnsweredField {
      const typed = result?.initialValue ? valueAt(result.initialValue, name) : usual
      return { id: `${id}-${name}`, name, errors: result?.error?.[name] ?? undefined, initialValue: typed }
    },
  }
}

function valueAt(values: Record<string, unknown>, name: string): string | undefined {
  let at: unknown = values
  for (const step of name.split(/[.[\]]+/).filter(Boolean))
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined
  return typeof at === 'string' ? at : undefined
}
