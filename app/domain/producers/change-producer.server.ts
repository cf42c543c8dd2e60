import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { isSameCategories, keepCategories } from './keep-categories.server.ts'
import { hasConsent, keepConsent } from './keep-consent.server.ts'
import { type Before, fieldName, plainColumns, sealedColumns, type Writer } from './member-columns.server.ts'
import { requireVillage } from './register-producer.server.ts'
import type { ChangeProducer } from './rules.ts'
import { announceProducer, lockProducer } from './scope.server.ts'

/**
 * Writes what an officer knows of a member, on its behalf. A secret that is left empty stays as it is kept.
 *
 * The same sent again changes nothing.
 *
 * @throws Refusal `not_found` also for another cooperative's; `invalid` at the field; `conflict` when somebody else
 * changed it meanwhile, or when another member has the NIK.
 */
export async function changeProducer(
  db: Db,
  officer: CooperativeMember,
  typed: ChangeProducer,
  at: Date,
): Promise<void> {
  allow(officer, 'member.keep')
  await inTransaction(db, (tx) => writeMember(tx, officer, typed, at))
}

/** The same inside the caller's transaction, for whoever may write for that cooperative. */
export async function writeMember(tx: Db, writer: Writer, typed: ChangeProducer, at: Date): Promise<void> {
  const producer = await lockProducer(tx, { cooperativeId: writer.cooperativeId }, typed.producerId)
  const { producerId, cooperativeId } = producer
  const before = await tx.producerRecord.findUnique({ where: { producerId } })
  requireSense(typed, before, at)
  await requireVillage(tx, writer.cooperativeId, typed.villageCode)
  await requireConsent(tx, writer, typed, producer, at)

  const { name, villageCode, story } = typed
  const shown = { name, villageCode, story }
  const changedShown = (['name', 'villageCode', 'story'] as const).filter(
    (field) => producer[field] !== shown[field],
  )
  const categoriesChange = !(await isSameCategories(tx, producerId, typed.categories))
  const row = {
    ...plainColumns(typed, before, writer),
    ...(await sealedColumns(tx, producer, typed, before)),
  }
  const changed = Object.keys(row).filter(
    (field) => String(row[field as never] ?? '') !== String(before?.[field as never] ?? ''),
  )
  const fields = [...changedShown, ...(categoriesChange ? ['categories'] : []), ...changed.map(fieldName)]
  if (before && fields.length === 0) return
  if ((before?.version ?? 0) !== typed.version) throw new Refusal('conflict', { key: 'member.changed' })
  if (changedShown.length) await tx.producer.update({ where: { id: producerId }, data: shown })
  if (categoriesChange) await keepCategories(tx, producerId, typed.categories)
  const kept = { ...row, version: typed.version + 1, changedAt: at }
  if (before) await tx.producerRecord.update({ where: { producerId }, data: kept })
  else await tx.producerRecord.create({ data: { producerId, cooperativeId, ...kept } })
  await keepAct(tx, { producer, kind: 'changed', by: writer, at, fields: [...new Set(fields)] })
  if (changedShown.length || categoriesChange) await announceProducer(tx, producerId)
}

// What a field alone cannot know: what is kept already, and the other fields.
function requireSense(typed: ChangeProducer, before: Before, at: Date): void {
  const { bank, account, accountHolder, isPkp, npwp, statementOn } = typed
  const fields: Refusal['fields'] = {}
  if (isPkp && !npwp && !before?.npwpSealed) fields.npwp = { key: 'npwp.needed' }
  if (statementOn && statementOn > dayOf(at)) fields.statementOn = { key: 'statement.future' }
  if (bank || account || accountHolder) {
    if (!bank) fields.bank = { key: 'account.bank' }
    if (!accountHolder) fields.accountHolder = { key: 'account.holder' }
    if (!account && !before?.accountSealed) fields.account = { key: 'account.digits' }
  }
  if (Object.keys(fields).length) throw new Refusal('invalid', { key: 'form.check' }, fields)
}

async function requireConsent(
  tx: Db,
  writer: Writer,
  { consent, consentWay }: ChangeProducer,
  producer: { producerId: string; cooperativeId: string },
  at: Date,
): Promise<void> {
  if (await hasConsent(tx, producer.producerId)) return
  const fields: Refusal['fields'] = {}
  if (!consent) fields.consent = { key: 'consent.missing' }
  if (!consentWay) fields.consentWay = { key: 'consent.way_missing' }
  if (!consent || !consentWay) throw new Refusal('invalid', { key: 'form.check' }, fields)
  await keepConsent(tx, { producer, by: writer, way: consentWay, at })
}
