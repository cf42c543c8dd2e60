import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { misfitsOf } from '#app/domain/shelves/rules.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * A pack, and every fixture of the member's chain that keeps such goods, with the boards on which one facing would stand
 * were they empty. Refuses with `not_found` what is not sold.
 */
export async function requireFittingFixtures(db: Db, buyer: RetailMember, variantId: string) {
  allow(buyer, 'shelf.plan')
  const variant = await db.variant.findFirst({
    where: { id: variantId, product: { status: 'published' } },
    select: {
      id: true,
      widthMm: true,
      heightMm: true,
      depthMm: true,
      weightG: true,
      stackable: true,
      storage: true,
      frontPhoto: { select: { hash: true, madeAt: true } },
      product: { select: { name: true } },
    },
  })
  if (!variant) throw notFound()
  const { frontPhoto, product, ...pack } = variant
  const fixtures = await db.fixture.findMany({
    where: { chainId: buyer.chainId, storage: pack.storage },
    orderBy: [{ store: { name: 'asc' } }, { position: 'asc' }],
    select: {
      id: true,
      name: true,
      storage: true,
      store: { select: { name: true } },
      shelves: {
        orderBy: { level: 'asc' },
        select: { level: true, widthMm: true, heightMm: true, depthMm: true, maxLoadG: true },
      },
    },
  })
  return {
    pack: {
      ...pack,
      name: product.name,
      photo: { hash: frontPhoto.hash, isReady: frontPhoto.madeAt !== null },
    },
    fixtures: fixtures.map(({ shelves, store, storage, ...fixture }) => ({
      ...fixture,
      storeName: store.name,
      levels: shelves
        .filter((shelf) => misfitsOf(pack, 1, 0, { ...shelf, storage }).length === 0)
        .map(({ level }) => level),
    })),
  }
}
