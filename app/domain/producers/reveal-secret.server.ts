import { allow, type Operator } from '#app/domain/access/actors.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import type { RevealSecret, SecretField } from './rules.ts'
import { openFor } from './secrets.server.ts'

/**
 * Opens one secret of a member for the verifier, and writes down for the member to read that it was, by whom and what
 * for. The only way a secret leaves the server in clear.
 *
 * @throws Refusal `not_found`; `conflict` when there is nothing to open.
 */
export async function revealSecret(
  db: Db,
  operator: Operator,
  { producerId, field, reason }: RevealSecret,
  at: Date,
): Promise<{ field: SecretField; text: string }> {
  allow(operator, 'member.verify')
  return inTransaction(db, async (tx) => {
    const record = await tx.producerRecord.findUnique({
      where: { producerId },
      select: { cooperativeId: true, nikSealed: true, npwpSealed: true, accountSealed: true },
    })
    if (!record) throw notFound()
    const sealed = record[`${field}Sealed`]
    if (!sealed) throw new Refusal('conflict', { key: 'reveal.nothing' })
    const producer = { producerId, cooperativeId: record.cooperativeId }
    await keepAct(tx, { producer, kind: 'revealed', by: operator, at, fields: [field], reason })
    return { field, text: openFor(producerId, field, sealed) }
  })
}
