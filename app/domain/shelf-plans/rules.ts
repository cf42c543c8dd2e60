import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { isDay } from '#app/platform/calendar.ts'
import { wholeField } from '#app/platform/form.ts'
import { isId } from '#app/platform/ids.ts'

const id = (of: Parameters<typeof isId>[0]) =>
  z.string(key('form.invalid')).refine((text) => isId(of, text), key('form.invalid'))
const day = z.string(key('day.missing')).refine(isDay, key('day.missing'))

const placement = z.object({
  id: id('placement'),
  shelfId: id('shelf'),
  variantId: id('variant'),
  startMm: wholeField(0, 10_000),
  facings: wholeField(1, 200),
})
const amount = z.object({
  variantId: id('variant'),
  cartons: wholeField(1, 9999).nullable(),
  dailySales: wholeField(1, 100_000).nullable(),
})

/** A draft as it is kept. */
export const draftShape = z.object({
  placements: z.array(placement).max(200, key('plan.too_much')),
  amounts: z.array(amount).max(200, key('plan.too_much')),
})

const period = { startsOn: day, endsOn: day }

// Text that is JSON: what the planner sends while it is drawn.
const draftField = z.string(key('form.invalid')).transform((text, context): z.output<typeof draftShape> => {
  try {
    const read = draftShape.safeParse(JSON.parse(text))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? key('form.invalid') })
  } catch {
    context.addIssue({ code: 'custom', message: key('form.invalid') })
  }
  return z.NEVER
})

export const savePlanForm = z.object({ ...period, version: wholeField(0, 1_000_000_000), draft: draftField })

/** Without a start the first free place is taken; without a board, the lowest that has one. */
export const placeOnPlanForm = z.object({
  ...period,
  placementId: id('placement'),
  variantId: z
    .string(key('plan.product_missing'))
    .refine((text) => isId('variant', text), key('plan.product_missing')),
  level: wholeField(1, 20).optional(),
  startMm: wholeField(0, 10_000).optional(),
  facings: wholeField(1, 200),
})

export const changePlacementForm = z.object({
  ...period,
  placementId: id('placement'),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('facings'), facings: wholeField(1, 200) }),
    z.object({ kind: z.literal('move'), level: wholeField(1, 20), startMm: wholeField(0, 10_000) }),
    z.object({ kind: z.literal('remove') }),
  ]),
})

// A carton field that still shows the proposal was not typed.
const typedAmount = z
  .object({
    variantId: id('variant'),
    cartons: wholeField(1, 9999),
    proposed: wholeField(0, 1_000_000).optional(),
    dailySales: wholeField(1, 100_000).optional(),
    usualSales: wholeField(0, 100_000).optional(),
  })
  .transform(({ variantId, cartons, proposed, dailySales, usualSales }) => ({
    variantId,
    cartons: cartons === proposed ? null : cartons,
    dailySales: dailySales === undefined || dailySales === usualSales ? null : dailySales,
  }))

const amounts = z.array(typedAmount).max(200, key('plan.too_much')).default([])

export const setAmountsForm = z.object({
  ...period,
  amounts,
  fixtureIds: z.array(id('fixture')).max(60).default([]),
})

export const orderPlanForm = z.object({
  orderId: id('shelfOrder'),
  planId: z.string(key('plan.empty')).refine((text) => isId('plan', text), key('plan.empty')),
  version: wholeField(0, 1_000_000_000),
  fixtureIds: z.array(id('fixture')).max(60).default([]),
  amounts,
})

export type SavePlan = z.output<typeof savePlanForm>
export type PlaceOnPlan = z.output<typeof placeOnPlanForm>
export type ChangePlacement = z.output<typeof changePlacementForm>
export type SetAmounts = z.output<typeof setAmountsForm>
export type OrderPlan = z.output<typeof orderPlanForm>
