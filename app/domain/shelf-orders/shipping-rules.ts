import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { wholeField } from '#app/platform/form.ts'
import { isId } from '#app/platform/ids.ts'

export const shipOrderForm = z.object({ deliverOn: z.iso.date(key('form.invalid')) })
export type ShipOrder = z.output<typeof shipOrderForm> & { purchaseOrderId: string }

/** Which lot of which line came back, as the form's choice names it: `lin_x lot_y`. */
export const returnGoodsForm = z.object({
  movementId: z.string().refine((text) => isId('movement', text), key('form.invalid')),
  from: z
    .string(key('return.which'))
    .transform((text) => text.split(' '))
    .refine(
      ([line = '', lot = '', more]) => isId('line', line) && isId('lot', lot) && !more,
      key('return.which'),
    )
    .transform(([orderLineId = '', lotId = '']) => ({ orderLineId, lotId })),
  quantity: wholeField(1, 1_000_000),
  reason: z.string(key('correction.why')).trim().min(1, key('correction.why')).max(200, key('text.long')),
})
export type ReturnGoods = {
  movementId: string
  orderLineId: string
  lotId: string
  /** Pieces. */
  quantity: number
  reason: string
}
