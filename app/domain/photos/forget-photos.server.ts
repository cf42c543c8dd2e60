import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Takes photos away that nothing shows any more, inside the caller's transaction; the worker removes their files. */
export async function forgetPhotos(tx: Db, photoIds: string[]): Promise<void> {
  const gone = await tx.$queryRaw<{ hash: string }[]>`
    delete from photos ph where ph.id = any(${photoIds}::text[])
      and not exists (select from producer_photos where photo_id = ph.id)
      and not exists (select from products where photo_id = ph.id)
      and not exists (select from variants where front_photo_id = ph.id)
      and not exists (select from product_proposals where photo_id = ph.id)
    returning hash`
  for (const { hash } of gone) await record(tx, 'photo.forgotten', { hash }, { mergeBy: hash })
}
