// Whether a product, or one pack of it, is on sale. What was ordered before stays valid whatever happens here.
import { z } from 'zod'
import type { ProductStatus } from '#app/generated/prisma/enums.ts'
import { key } from '#app/messages/say.ts'
import { isId } from '#app/platform/ids.ts'

/** Where a product may go from each status. Archived is final: who sells it again proposes it anew. */
export const productMoves = {
  published: ['paused', 'archived'],
  paused: ['published', 'archived'],
  archived: [],
} as const satisfies Record<ProductStatus, readonly ProductStatus[]>

/** Of one pack: `sold` while its product is, or `ended`. */
export const variantMoves = { sold: ['ended'], ended: ['sold'] } as const

const reason = z.string().trim().max(200, key('text.long')).default('')
// Whoever takes something off sale says why: the others of the cooperative read it before they bring it back.
const saysWhy = ({ to, reason: why }: { to: string; reason: string }) =>
  to === 'published' || to === 'sold' || why !== ''
const missing = { path: ['reason'], message: key('selling.why') }

const moveProduct = z.object({ to: z.enum(['published', 'paused', 'archived'], key('form.invalid')), reason })
const moveVariant = z.object({
  to: z.enum(['sold', 'ended'], key('form.invalid')),
  variantId: z.string(key('form.invalid')).refine((text) => isId('variant', text), key('form.invalid')),
  reason,
})

/** Of the product, or of the pack that is named. */
export const moveSellingForm = z
  .discriminatedUnion('what', [
    moveProduct.extend({ what: z.literal('product') }),
    moveVariant.extend({ what: z.literal('variant') }),
  ])
  .refine(saysWhy, missing)

export type MoveProduct = z.output<typeof moveProduct> & { productId: string }
export type MoveVariant = z.output<typeof moveVariant> & { productId: string }
