import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { photoProblem } from '#app/domain/photos/rules.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { type BeginUpload, isTooLarge, mostBytesADay, mostOpen } from './rules.ts'

const dayMs = 86_400_000

/**
 * Begins to take a photo in pieces. Begun again under the same id it goes on where it stands.
 *
 * @throws Refusal `invalid` for a photo that is too large; `too_many` for a person with too many on their way, or too much
 * within a day; `not_found` for an id that somebody else began, or with another photo.
 */
export async function beginUpload(
  db: Db,
  officer: CooperativeMember | ProducerMember,
  { uploadId: id, size, digest }: BeginUpload,
  at: Date,
): Promise<{ id: string; received: number }> {
  allow(officer, 'product.propose')
  if (isTooLarge(size)) throw new Refusal('invalid', photoProblem('too_large', size))
  const { membershipId, cooperativeId: organisationId, personId } = officer
  return inTransaction(db, async (tx) => {
    // Of one person one after the other, so that many at once are counted.
    await tx.$queryRaw`select id from people where id = ${personId} for no key update`
    const [counted] = await tx.$queryRaw<{ open: number; bytes: number }[]>`
      select count(*) filter (where u.photo_id is null)::int as open, coalesce(sum(u.size), 0)::float8 as bytes
      from photo_uploads u join memberships m on m.id = u.membership_id
      where m.person_id = ${personId} and u.id <> ${id} and u.created_at > ${new Date(at.getTime() - dayMs)}`
    const { open, bytes } = counted ?? { open: 0, bytes: 0 }
    if (open >= mostOpen || bytes + size > mostBytesADay)
      throw new Refusal('too_many', { key: 'photo.too_many_on_their_way' })
    const row = { id, organisationId, membershipId, size, digest, createdAt: at }
    await tx.photoUpload.createMany({ data: row, skipDuplicates: true })
    const found = await tx.photoUpload.findFirst({
      where: { id, membershipId, size, digest },
      select: { id: true, received: true },
    })
    if (!found) throw notFound()
    return found
  })
}
