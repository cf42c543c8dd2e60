import { Refusal } from '#app/platform/refusal.ts'
import { digestsOf, openSealed, seal } from '#app/platform/sealed.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { SecretField } from './rules.ts'

/** Where a secret belongs; sealed there, it opens nowhere else. */
export const placeOf = (producerId: string, field: SecretField): string =>
  `producer_records/${producerId}/${field}`
export const requestPlace = (requestId: string): string => `producer_requests/${requestId}`

export const sealFor = (producerId: string, field: SecretField, text: string): string =>
  seal(text, placeOf(producerId, field))
export const openFor = (producerId: string, field: SecretField, sealed: string): string =>
  openSealed(sealed, placeOf(producerId, field))

/** A scope of its own for each cooperative: one person's rows in two of them cannot be put side by side. */
export const nikDigests = (cooperativeId: string, nik: string) => digestsOf(nik, `nik/${cooperativeId}`)

/**
 * What a record keeps of a NIK. Two that bring the same one queue up on a lock of its digest, so that the second one is
 * told whose it is; `one_member_per_nik` holds whatever happens.
 *
 * @throws Refusal `conflict` at the field when another member of the cooperative has it.
 */
export async function nikColumns(tx: Db, scope: { producerId: string; cooperativeId: string }, nik: string) {
  const { producerId, cooperativeId } = scope
  const digests = nikDigests(cooperativeId, nik)
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`nik:${digests[0]}`}))`
  const other = await tx.producerRecord.findFirst({
    where: { cooperativeId, nikDigest: { in: digests }, producerId: { not: producerId } },
    select: { producer: { select: { name: true } } },
  })
  if (other) {
    const message = { key: 'nik.taken', name: other.producer.name } as const
    throw new Refusal('conflict', message, { nik: message })
  }
  return { nikSealed: sealFor(producerId, 'nik', nik), nikDigest: digests[0], nikRegion: nik.slice(0, 4) }
}

export const accountColumns = (producerId: string, account: string) => ({
  accountSealed: sealFor(producerId, 'account', account),
  accountEnd: account.slice(-3),
})
