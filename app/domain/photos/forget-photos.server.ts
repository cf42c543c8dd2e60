import { Prisma } from '#app/generated/prisma/client.ts'
import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Whether nothing shows a photo `ph`, no square was cut out of it, and no proposal, however old, has it. */
export const isUnused = Prisma.sql`not exists (select from photos where cut_from = ph.id)
  and not exists (select from producer_photos where photo_id = ph.id)
  and not exists (select from products where photo_id = ph.id)
  and not exists (select from product_photos where photo_id = ph.id)
  and not exists (select from variants where front_photo_id = ph.id)
  and not exists (select from product_proposals where photo_id = ph.id)
  and not exists (select from proposal_photos where photo_id = ph.id)`

/**
 * Takes photos away that nothing shows any more, inside the caller's transaction; the worker removes their files.
 *
 * A photo goes with the squares cut out of it, and a square with the photo it was cut from, as far as nothing shows them.
 */
export async function forgetPhotos(tx: Db, photoIds: string[]): Promise<void> {
  const family = await tx.$queryRaw<{ id: string; isCut: boolean }[]>`
    with whole as (select coalesce(cut_from, id) as id from photos where id = any(${photoIds}::text[]))
    select ph.id, ph.cut_from is not null as "isCut" from photos ph
    where exists (select from whole where whole.id in (ph.id, ph.cut_from))
    order by ph.id for update of ph`
  const idsOf = (which: boolean) => family.flatMap(({ id, isCut }) => (isCut === which ? [id] : []))
  // The squares first: a photo stays as long as one of them does.
  await deleteUnused(tx, idsOf(true))
  await deleteUnused(tx, idsOf(false))
}

/**
 * Deletes those of these photos that are unused. They must be locked for update before: whoever attached one of them
 * until then is seen here, and whoever wants to now waits.
 */
export async function deleteUnused(tx: Db, ids: string[]): Promise<number> {
  const gone = await tx.$queryRaw<{ hash: string }[]>`
    delete from photos ph where ph.id = any(${ids}::text[]) and ${isUnused} returning hash`
  const hashes = gone.map(({ hash }) => hash)
  if (hashes.length) await record(tx, 'photo.forgotten', { hashes })
  return hashes.length
}
