import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** How many moves the page shows; the last are what explains how things stand. */
const newestMoves = 20

/**
 * Whether a product and each of its packs is on sale, with what still waits to be delivered of it and who took it off when
 * and why. Refuses with `not_found`, also another cooperative's.
 */
export async function requireSelling(db: Db, officer: CooperativeMember, productId: string) {
  allow(officer, 'product.read')
  const product = await db.product.findFirst({
    where: { id: productId, cooperativeId: officer.cooperativeId },
    select: {
      id: true,
      name: true,
      status: true,
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          netContent: true,
          retailPrice: true,
          endedAt: true,
          stockLevel: { select: { onHand: true, reserved: true } },
        },
      },
      moves: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: newestMoves,
        select: {
          id: true,
          toStatus: true,
          at: true,
          reason: true,
          by: { select: { person: { select: { name: true } } } },
          variant: { select: { netContent: true } },
        },
      },
    },
  })
  if (!product) throw notFound()
  const { variants, moves, ...named } = product
  return {
    ...named,
    packs: variants.map(({ stockLevel, endedAt, ...pack }) => ({
      ...pack,
      isEnded: endedAt !== null,
      stock: stockLevel ?? { onHand: 0, reserved: 0 },
    })),
    moves: moves.map(({ by, variant, ...move }) => ({
      ...move,
      who: by.person.name,
      pack: variant?.netContent ?? null,
    })),
  }
}
