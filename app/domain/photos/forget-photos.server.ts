import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * Takes photos away that nothing shows any more, inside the caller's transaction; the worker removes their files.
 *
 * A photo goes with the squares cut out of it, and a square with the photo it was cut from, as far as nothing shows them.
 */
export async function forgetPhotos(tx: Db, photoIds: string[]): Promise<void> {
  const family = await tx.$queryRaw<{ id: string }[]>`
    with whole as (select coalesce(cut_from, id) as id from photos where id = any(${photoIds}::text[]))
    select ph.id from photos ph join whole on whole.id in (ph.id, ph.cut_from)`
  const ids = family.map(({ id }) => id)
  // The squares first: a photo stays as long as one of them does.
  await forget(tx, ids, 'cuts')
  await forget(tx, ids, 'wholes')
}

async function forget(tx: Db, ids: string[], which: 'cuts' | 'wholes'): Promise<void> {
  const gone = await tx.$queryRaw<{ hash: string }[]>`
    delete from photos ph where ph.id = any(${ids}::text[]) and (ph.cut_from is not null) = ${which === 'cuts'}
      and not exists (select from photos where cut_from = ph.id)
      and not exists (select from producer_photos where photo_id = ph.id)
      and not exists (select from products where photo_id = ph.id)
      and not exists (select from product_photos where photo_id = ph.id)
      and not exists (select from variants where front_photo_id = ph.id)
      and not exists (select from product_proposals where photo_id = ph.id)
      and not exists (select from proposal_photos where photo_id = ph.id)
    returning hash`
  for (const { hash } of gone) await record(tx, 'photo.forgotten', { hash }, { mergeBy: hash })
}
