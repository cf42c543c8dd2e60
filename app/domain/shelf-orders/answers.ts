import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { wholeField } from '#app/platform/form.ts'

const lineId = z.string(key('form.invalid')).startsWith('lin_', key('form.invalid'))
const reason = z.string().trim().max(500, key('text.long')).default('')
const day = z.iso.date(key('day.missing'))

/** What a cooperative says about one line: cartons and day only of an offer. */
const lineAnswer = z.discriminatedUnion('answer', [
  z.object({ lineId, answer: z.literal('accept') }),
  z.object({ lineId, answer: z.literal('decline') }),
  z.object({ lineId, answer: z.literal('counter'), cartons: wholeField(1, 9_999), deliverOn: day }),
])
export type LineAnswer = z.output<typeof lineAnswer>

export const answerPurchaseOrderForm = z.object({
  answers: z.array(lineAnswer).min(1, key('answer.incomplete')).max(500),
  reason,
})
export type AnswerForm = z.output<typeof answerPurchaseOrderForm>

const lineDecision = z.object({ lineId, decision: z.enum(['take', 'leave'], key('answer.incomplete')) })
export type LineDecision = z.output<typeof lineDecision>

export const decideCounterOffersForm = z.object({
  purchaseOrderId: z.string(key('form.invalid')).startsWith('pur_', key('form.invalid')),
  decisions: z.array(lineDecision).min(1, key('answer.incomplete')).max(500),
  reason,
})
