// A member's form as the columns of its record.
import { fromDate, toDate } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { ChangeProducer } from './rules.ts'
import { accountColumns, nikColumns, nikDigests, openFor, sealFor } from './secrets.server.ts'

/** Who writes, and for which cooperative. */
export type Writer = { cooperativeId: string; membershipId: string }

/** What a record says before it is written. */
export type Before = {
  nikDigest: string | null
  npwpSealed: string | null
  accountSealed: string | null
  statementOn: Date | null
  statementRecordedBy: string | null
} | null

/** What is kept as it is typed. */
export function plainColumns(typed: ChangeProducer, before: Before, writer: Writer) {
  const { ownerName, nib = null, isPkp, bank, accountHolder, statementOn } = typed
  const isSameDay = before?.statementOn && statementOn === fromDate(before.statementOn)
  const recorder = isSameDay ? before.statementRecordedBy : writer.membershipId
  return {
    ownerName,
    nib,
    isPkp,
    bank: bank || null,
    accountHolder: accountHolder || null,
    // An account that was cleared goes whole.
    ...(!bank && { accountSealed: null, accountEnd: null }),
    statementOn: statementOn ? toDate(statementOn) : null,
    statementRecordedBy: statementOn ? recorder : null,
  }
}

/** What is kept sealed, of what was typed and is not kept already. */
export async function sealedColumns(
  tx: Db,
  producer: { producerId: string; cooperativeId: string },
  { nik, npwp, account }: ChangeProducer,
  before: Before,
) {
  const { producerId, cooperativeId } = producer
  const isKept = (field: 'npwp' | 'account', text: string, sealed: string | null | undefined) =>
    Boolean(sealed) && openFor(producerId, field, sealed ?? '') === text
  const isSameNik = before?.nikDigest && nik && nikDigests(cooperativeId, nik).includes(before.nikDigest)
  return {
    // Another number is another one to verify.
    ...(nik &&
      !isSameNik && { ...(await nikColumns(tx, producer, nik)), nikVerifiedAt: null, nikVerifiedBy: null }),
    ...(npwp &&
      !isKept('npwp', npwp, before?.npwpSealed) && { npwpSealed: sealFor(producerId, 'npwp', npwp) }),
    ...(account && !isKept('account', account, before?.accountSealed) && accountColumns(producerId, account)),
  }
}

const names: Record<string, string> = {
  nikSealed: 'nik',
  nikDigest: 'nik',
  nikRegion: 'nik',
  nikVerifiedAt: 'nik',
  nikVerifiedBy: 'nik',
  npwpSealed: 'npwp',
  accountSealed: 'account',
  accountEnd: 'account',
  statementRecordedBy: 'statementOn',
}
/** The field of the form that a column belongs to. */
export const fieldName = (column: string): string => names[column] ?? column
