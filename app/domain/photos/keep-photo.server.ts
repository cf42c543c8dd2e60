import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import { newId } from '#app/platform/ids.ts'
import type { Square, StoredImage } from '#app/platform/images.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

type Cut = { from: string; square: Square }

/**
 * Writes the row of a photo whose files are there, inside the caller's transaction, and asks the worker for its sizes.
 * One that the cooperative has already was sent again: it is the same photo, and now also this producer's.
 */
export async function keepPhoto(
  tx: Db,
  sender: CooperativeMember | ProducerMember,
  { hash, width, height }: StoredImage,
  cut?: Cut,
): Promise<{ id: string; hash: string; isNew: boolean }> {
  await lockFiles(tx, hash)
  const { left, top, size } = cut?.square ?? {}
  // Not left alone where it is there: a sweep that takes it at this moment is waited for.
  const [kept] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
    insert into photos (id, organisation_id, hash, width, height, cut_from, cut_left, cut_top, cut_size)
    values (${newId('photo')}, ${sender.cooperativeId}, ${hash}, ${width}, ${height},
      ${cut?.from ?? null}, ${left ?? null}::integer, ${top ?? null}::integer, ${size ?? null}::integer)
    on conflict (organisation_id, hash) do update set sent_at = current_timestamp
    returning id, xmax = 0 as "isNew"`
  if (!kept) throw new Error(`the photo ${hash} was not written`)
  if (kept.isNew) await record(tx, 'photo.stored', { photoId: kept.id }, { mergeBy: kept.id, canWait: true })
  if (sender.kind === 'producer') {
    const { producerId, cooperativeId } = sender
    const data = { photoId: kept.id, producerId, cooperativeId }
    await tx.photoSender.createMany({ data, skipDuplicates: true })
  }
  return { ...kept, hash }
}

/** Keeps two from writing a photo's row and removing its files at the same moment, until the transaction ends. */
export async function lockFiles(tx: Db, hash: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`photo ${hash}`}, 0))`
}
