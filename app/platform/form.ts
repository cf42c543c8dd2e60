import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { key, sayIssue } from '#app/messages/say.ts'
import { parseRupiah, type Rupiah } from './money.ts'

type Parsed<Schema extends z.ZodType> = Submission<z.input<Schema>, string[], z.output<Schema>>

/** A form as `schema` describes it, with what is wrong with each field in words; the same in browser and server. */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema): Parsed<Schema> {
  return parseWithZod<Schema, string[]>(form, {
    schema,
    formatError: (issues) => issues.map((issue) => sayIssue(issue)),
  })
}

const largest = 999_999_999_999n

/** A price in rupiah as people write it, at least Rp1. `Rp12.500`, `12500` and `12.500,00` are one price. */
export function priceField() {
  return z.string(key('price.missing')).transform((text, context): Rupiah => {
    const price = parseRupiah(text)
    if (price !== null && price >= 1n && price <= largest) return price
    const message =
      price === null ? key('price.unreadable') : price < 1n ? key('price.nothing') : key('price.too_much')
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** A whole number between two bounds; `unit` goes into the message. */
export function wholeField(minimum: number, maximum: number) {
  const message = key('number.between')
  return z.number(key('number.missing')).int(key('number.whole')).min(minimum, message).max(maximum, message)
}
