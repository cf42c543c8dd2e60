import { z } from 'zod'
import { key, type Message } from '#app/messages/say.ts'
import { addDays, type Day, formatDay } from '#app/platform/calendar.ts'
import { wholeField } from '#app/platform/form.ts'
import { isId } from '#app/platform/ids.ts'

const variantId = z.string(key('form.invalid')).refine((text) => isId('variant', text), key('form.invalid'))
const lotId = z.string(key('lot.missing')).refine((text) => isId('lot', text), key('lot.missing'))
const most = 1_000_000

export const receiveLotForm = z.object({
  lotId,
  variantId,
  quantity: wholeField(1, most),
  bestBefore: z.iso.date(key('day.missing')),
})

/** What a person corrects: a count that gives what is there, or pieces that are lost. */
export const corrections = ['counted', 'damaged', 'expired'] as const

export const correctStockForm = z
  .object({
    movementId: z.string().refine((text) => isId('movement', text), key('form.invalid')),
    variantId,
    lotId,
    kind: z.enum(corrections, key('correction.missing')),
    quantity: wholeField(0, most),
    reason: z.string().trim().max(200, key('text.long')).default(''),
  })
  .refine(({ kind, quantity }) => kind === 'counted' || quantity > 0, {
    path: ['quantity'],
    message: key('number.between'),
  })
  .refine(({ kind, reason }) => kind === 'expired' || reason !== '', {
    path: ['reason'],
    message: key('correction.why'),
  })

/** What of the stock is shown: everything, what runs low, what is close to its day, what is past it. */
export const stockViews = ['all', 'low', 'soon', 'past'] as const
export type StockView = (typeof stockViews)[number]

/** From how few free pieces on a pack counts as running low. */
export const setLowStockForm = z.object({ variantId, pieces: wholeField(0, most) })

export type SetLowStock = z.output<typeof setLowStockForm>
export type ReceiveLot = z.output<typeof receiveLotForm>
export type CorrectStock = z.output<typeof correctStockForm>

/** A best-before day that has passed, or that lies further away than a piece made today keeps. */
export function bestBeforeProblem(
  today: Day,
  bestBefore: Day,
  shelfLifeDays: number | null | undefined,
): Message | null {
  if (bestBefore < today) return { key: 'lot.past' }
  const days = shelfLifeDays ?? 36_500
  const latest = addDays(today, days)
  return bestBefore > latest ? { key: 'lot.keeps_shorter', days, latest: formatDay(latest) } : null
}
