import { createHash } from 'node:crypto'
import { allow } from '#app/domain/access/actors.ts'
import { certificateName } from '#app/domain/catalogue/readiness.ts'
import { tell } from '#app/domain/notices/tell.server.ts'
import { keepAct } from '#app/domain/producers/keep-act.server.ts'
import { type Keeper, scopeOf } from '#app/domain/producers/scope.server.ts'
import { dayOf, toDate } from '#app/platform/calendar.ts'
import { type ReadDocument, readDocument } from '#app/platform/documents.server.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { storage } from '#app/platform/storage.server.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { announceHolder, type Holder, lockHolder, requireHolder } from './holder.server.ts'
import { type AddCertificate, businessKinds, endOf, problemsOf } from './rules.ts'

/**
 * Keeps a paper of a product or a producer, with its file, to be looked at by the operator. It takes the place of the one
 * of its kind that held before, which stays as history. The same id sent again changes nothing. An officer sends it for
 * any member, a producer for itself and its goods.
 *
 * @throws Refusal `not_found` also for a holder or id that is not theirs; `invalid` at the field for what the paper
 * cannot say, and for a file that is no document; nothing is stored then.
 */
export async function addCertificate(
  db: Db,
  keeper: Keeper,
  typed: AddCertificate & { holder: Holder },
  paper: Buffer,
  at: Date,
): Promise<{ id: string }> {
  allow(keeper, keeper.kind === 'producer' ? 'own.keep' : 'certificate.keep')
  const { holder, certificateId: id } = typed
  await requireHolder(db, scopeOf(keeper), holder)
  if (await isKept(db, keeper, id)) return { id }
  requireSense(typed, at)
  // Before the transaction: a picture takes half a second, and a connection is for others meanwhile.
  const document = await readDocument(paper, 'paper')
  const fileKey = keyOf(id, document)
  await storage().put(fileKey, document.bytes, document.type)
  let isNew = false
  try {
    isNew = await inTransaction(db, (tx) => keep(tx, keeper, typed, { ...document, fileKey }, at))
  } finally {
    // Of a paper that was not taken nothing stays behind; of one sent twice at once, the same file stands under its key.
    if (!isNew && !(await db.certificate.count({ where: { fileKey } }))) await storage().remove(fileKey)
  }
  return { id }
}

// In scope: an id that somebody else has taken is not found.
async function isKept(db: Db, keeper: Keeper, id: string): Promise<boolean> {
  const kept = await db.certificate.findUnique({
    where: { id },
    select: { cooperativeId: true, producerId: true, product: { select: { producerId: true } } },
  })
  if (!kept) return false
  const { cooperativeId, producerId } = scopeOf(keeper)
  const of = kept.producerId ?? kept.product?.producerId
  if (kept.cooperativeId !== cooperativeId || (producerId && producerId !== of)) throw notFound()
  return true
}

function requireSense(typed: AddCertificate & { holder: Holder }, at: Date): void {
  const fields = problemsOf(typed, dayOf(at))
  if ('productId' in typed.holder && businessKinds.some((kind) => kind === typed.kind))
    fields.kind = { key: 'certificate.not_for_goods' }
  if (Object.keys(fields).length) throw new Refusal('invalid', { key: 'form.check' }, fields)
}

async function keep(
  tx: Db,
  keeper: Keeper,
  typed: AddCertificate & { holder: Holder },
  file: ReadDocument & { fileKey: string },
  at: Date,
): Promise<boolean> {
  const { certificateId: id, holder, kind, number, holderName, issuedOn } = typed
  const { cooperativeId } = keeper
  const row = { productId: null, producerId: null, cooperativeId, ...holder }
  await lockHolder(tx, row)
  const { producerId, producerName, name } = await requireHolder(tx, scopeOf(keeper), holder)
  if (await isKept(tx, keeper, id)) return false
  const before = await tx.certificate.findFirst({
    where: { ...row, kind, replacedAt: null },
    select: { id: true },
  })
  if (before) await tx.certificate.update({ where: { id: before.id }, data: { replacedAt: at } })
  const expiresOn = endOf(typed)
  await tx.certificate.create({
    data: {
      id,
      ...row,
      kind,
      number,
      holderName,
      issuedOn: issuedOn ? toDate(issuedOn) : null,
      expiresOn: expiresOn && toDate(expiresOn),
      fileKey: file.fileKey,
      fileType: file.type,
      fileBytes: file.bytes.length,
      createdAt: at,
      sentBy: keeper.membershipId,
      replaces: before?.id ?? null,
    },
  })
  await keepAct(tx, {
    producer: { producerId, cooperativeId },
    kind: 'paper_added',
    by: keeper,
    at,
    fields: [kind],
  })
  const organisation = keeper.kind === 'producer' ? producerName : keeper.organisationName
  const values = { certificate: certificateName(kind), name, organisation }
  await tell(tx, { kind: 'certificate.sent', to: 'operator', about: id, values }, at)
  await announceHolder(tx, row)
  return true
}

// By what is in it, so that another file under the same id never takes the place of the one that was looked at.
const keyOf = (id: string, { bytes, type }: ReadDocument): string => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return `private/certificates/${id}-${hash}.${type === 'application/pdf' ? 'pdf' : 'jpeg'}`
}
