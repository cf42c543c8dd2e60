import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { wholeField } from '#app/platform/form.ts'
import { isId } from '#app/platform/ids.ts'

const most = 1_000_000
const anId = (of: 'lot' | 'movement') => z.string().refine((text) => isId(of, text), key('form.invalid'))

/** A lot as somebody counted it, or left out. What was recorded is sent along, once it has been shown. */
const countedLot = z.object({
  lotId: anId('lot'),
  movementId: anId('movement'),
  counted: wholeField(0, most).optional(),
  expected: wholeField(0, most).optional(),
  reason: z.string().trim().max(200, key('text.long')).default(''),
})

/** Counting has two steps: first the count alone, then its differences with their reasons. */
export const countStockForm = z
  .object({ step: z.enum(['check', 'again', 'save']), lots: z.array(countedLot).min(1).max(200) })
  .superRefine(({ step, lots }, context) => {
    if (new Set(lots.map(({ lotId }) => lotId)).size < lots.length)
      context.addIssue({ code: 'custom', message: key('form.invalid') })
    if (step !== 'save') return
    for (const [i, { counted, expected, reason }] of lots.entries())
      if (counted !== undefined && expected !== undefined && needsReason(expected, counted) && !reason)
        context.addIssue({ code: 'custom', path: ['lots', i, 'reason'], message: key('correction.why') })
  })

export type CountStock = Pick<z.output<typeof countStockForm>, 'lots'>

/** A miscount of a piece or two, or of one in fifty, explains itself; more than that is written down. */
export const needsReason = (expected: number, counted: number): boolean =>
  Math.abs(counted - expected) > Math.max(2, expected / 50)
