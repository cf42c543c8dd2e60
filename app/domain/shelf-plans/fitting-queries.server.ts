import { allow, type RetailMember } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { firstFreeMm, misfitsOf } from '#app/domain/shelves/rules.ts'
import { listBookings } from '#app/domain/stores/fixture-queries.server.ts'
import type { Day } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { nextPeriod } from './period.ts'

/**
 * A pack, and every fixture of the member's chain that keeps such goods: the boards on which one facing would stand were
 * they empty, and those that have room for it all through the period in which a plan begins by itself. Refuses with
 * `not_found` what is not sold.
 */
export async function requireFittingFixtures(db: Db, buyer: RetailMember, variantId: string, today: Day) {
  allow(buyer, 'shelf.plan')
  const variant = await db.variant.findFirst({
    where: { id: variantId, endedAt: null, product: { status: 'published' } },
    select: {
      id: true,
      widthMm: true,
      heightMm: true,
      depthMm: true,
      weightG: true,
      stackable: true,
      storage: true,
      frontPhoto: { select: { hash: true, madeAt: true } },
      netContent: true,
      position: true,
      product: { select: { name: true } },
    },
  })
  if (!variant) throw notFound()
  const { frontPhoto, product, netContent, position, ...pack } = variant
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
        select: { id: true, level: true, widthMm: true, heightMm: true, depthMm: true, maxLoadG: true },
      },
    },
  })
  const period = nextPeriod(today)
  const bookings = await listBookings(
    db,
    buyer.chainId,
    fixtures.map(({ id }) => id),
    period,
  )
  return {
    period,
    pack: {
      ...pack,
      name: packName({ name: product.name, netContent, position }),
      photo: { hash: frontPhoto.hash, isReady: frontPhoto.madeAt !== null },
    },
    fixtures: fixtures.map(({ shelves, store, storage, ...fixture }) => {
      const fitting = shelves.filter((shelf) => misfitsOf(pack, 1, 0, { ...shelf, storage }).length === 0)
      const hasRoom = (shelf: { id: string; widthMm: number }) => {
        const taken = bookings.filter(({ shelfId }) => shelfId === shelf.id)
        return firstFreeMm(shelf.widthMm, taken, pack.widthMm) !== null
      }
      return {
        ...fixture,
        storeName: store.name,
        levels: fitting.map(({ level }) => level),
        freeLevels: fitting.filter(hasRoom).map(({ level }) => level),
      }
    }),
  }
}
