import { packName } from '#app/domain/catalogue/pack-name.ts'
import { type Day, fromDate, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { lotCodeOf, readLotCode } from './lot-code.ts'

type Shown = { name: string; slug: string }

/** What a code on a pack leads to: its batch, its product where no batch is named, or why there is nothing to show. */
export type Scanned =
  | { is: 'batch'; batch: Batch }
  | { is: 'product'; product: Shown }
  | { is: 'unknown_lot'; product: Shown | null }
  | { is: 'gone' }
  | { is: 'unknown' }

export type Batch = {
  /** Whether it is on sale, and has a page: what was sold before is traced all the same. */
  product: Shown & { isSold: boolean; photo: { hash: string; isReady: boolean } }
  pack: { netContent: string; gtin: string; widthMm: number; heightMm: number }
  /** Who has left has no page, and made it all the same. */
  producer: Shown & { hasLeft: boolean }
  village: Shown & { kind: 'desa' | 'kelurahan' }
  cooperative: Shown
  code: string
  receivedOn: Day
  bestBefore: Day
}

/**
 * Reads what a label's code names. Public: of a lot it tells only what stands on the pack, never how much there is. Of
 * goods that are paused it tells the same; of archived ones nothing, their maker may have been erased.
 */
export async function readScanned(db: Db, gtin: string, lotCode: string | null): Promise<Scanned> {
  const lot = lotCode ? readLotCode(lotCode) : null
  const found = /^\d{13}$/.test(gtin)
    ? await db.variant.findUnique({
        where: { gtin },
        select: {
          id: true,
          gtin: true,
          netContent: true,
          position: true,
          widthMm: true,
          heightMm: true,
          frontPhoto: { select: { hash: true, madeAt: true } },
          product: {
            select: {
              name: true,
              slug: true,
              status: true,
              cooperative: { select: { shortName: true, slug: true } },
              producer: {
                select: {
                  name: true,
                  slug: true,
                  leftAt: true,
                  village: { select: { name: true, slug: true, kind: true } },
                },
              },
            },
          },
        },
      })
    : null
  if (!found) return { is: 'unknown' }
  const { id, frontPhoto, position, product: whole, ...pack } = found
  const { status, cooperative, producer, ...product } = whole
  const isSold = status === 'published'
  if (status === 'archived' || (!isSold && !lotCode)) return { is: 'gone' }
  if (!lotCode) return { is: 'product', product }
  const row = lot && (await findLot(db, id, lot))
  if (!row) return { is: 'unknown_lot', product: isSold ? product : null }
  const { village, leftAt, ...maker } = producer
  const name = packName({ ...pack, position, name: product.name })
  return {
    is: 'batch',
    batch: {
      product: {
        ...product,
        name,
        isSold,
        photo: { hash: frontPhoto.hash, isReady: frontPhoto.madeAt !== null },
      },
      pack,
      producer: { ...maker, hasLeft: leftAt !== null },
      village,
      cooperative: { name: cooperative.shortName, slug: cooperative.slug },
      code: lotCodeOf(lot),
      receivedOn: fromDate(row.receivedOn),
      bestBefore: fromDate(row.bestBefore),
    },
  }
}

const findLot = (db: Db, variantId: string, lot: { receivedOn: Day; number: number }) =>
  db.lot.findFirst({
    where: { variantId, receivedOn: toDate(lot.receivedOn) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    skip: lot.number - 1,
    select: { bestBefore: true, receivedOn: true },
  })
