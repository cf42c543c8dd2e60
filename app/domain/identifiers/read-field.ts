import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import type { Read } from './gtin.ts'

/** A form's field for a number that is checked by its format; what is wrong stands at the field. */
export function readField(read: (written: string) => Read) {
  return z.string(key('text.missing')).transform((written, context): string => {
    const found = read(written)
    if ('value' in found) return found.value
    const { key: message, ...values } = found.problem
    context.addIssue({ ...values, code: 'custom', message })
    return z.NEVER
  })
}
