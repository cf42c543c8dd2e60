import { allow, type ProducerMember } from '#app/domain/access/actors.ts'
import { dayOf, fromDate } from '#app/platform/calendar.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { readOwnGoods, readOwnHistory } from './own-data-queries.server.ts'
import { requireOwn } from './own-queries.server.ts'

export type OwnData = Awaited<ReturnType<typeof exportOwnData>>

/**
 * Everything that is kept of the producer that is signed in, to take along, and writes down that it was taken.
 *
 * Secrets are masked here as everywhere but at the verifier's: whoever finds the phone does not find them, and the
 * member has them on the identity card and in the bank book.
 */
export async function exportOwnData(db: Db, producer: ProducerMember, at: Date) {
  allow(producer, 'own.read')
  const own = await requireOwn(db, producer, dayOf(at))
  const { producerId, cooperativeId } = producer
  await inTransaction(db, (tx) =>
    keepAct(tx, { producer: { producerId, cooperativeId }, kind: 'exported', by: producer, at }),
  )
  const [history, goods] = await Promise.all([readOwnHistory(db, producer), readOwnGoods(db, producer)])
  const { record } = own
  return plain({
    takenAt: at.toISOString(),
    producer: {
      name: own.name,
      village: own.village.name,
      cooperative: own.cooperativeName,
      story: own.story,
      memberSince: dayOf(own.createdAt),
      categories: own.categories.map(({ name }) => name),
      photos: own.photos.map(({ hash, alt }) => ({ file: `/media/${hash}-640.jpeg`, words: alt })),
      closures: history.closures.map(({ startsOn, endsOn, reason }) => ({
        startsOn: fromDate(startsOn),
        endsOn: fromDate(endsOn),
        reason,
      })),
    },
    record: record && {
      ownerName: record.ownerName,
      nik: record.nik,
      nib: record.nib,
      isPkp: record.isPkp,
      npwp: record.hasNpwp ? '•••• •••• •••• ••••' : null,
      bank: record.bank,
      account: record.account,
      accountHolder: record.accountHolder,
      statementOn: record.statementOn,
      isSample: record.isSample,
    },
    consents: history.consents.map(({ recorder, ...given }) => ({
      ...given,
      recordedBy: recorder.person.name,
    })),
    signIns: own.signIns.map(({ invitedName, invitedContact }) => ({
      name: invitedName,
      contact: invitedContact,
    })),
    invitations: own.invitations.map(({ personName, contact }) => ({ name: personName, contact })),
    requests: history.requests,
    acts: history.acts.map(({ by, ...act }) => ({ ...act, by: by.person.name, role: by.role })),
    ...goods,
  })
}

/** What a file can hold: days and amounts are text there. */
type Plain<T> = T extends Date | bigint
  ? string
  : T extends (infer One)[]
    ? Plain<One>[]
    : T extends object
      ? { [Name in keyof T]: Plain<T[Name]> }
      : T

const plain = <T>(value: T): Plain<T> =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one)))

/** The same as rows of a path and a value. What a spreadsheet would reckon with is text here. */
export function csvOf(data: OwnData): string {
  const rows: [string, string][] = []
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(one, `${path}.${i + 1}`)
    else if (value && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) walk(one, path ? `${path}.${name}` : name)
    else rows.push([path, String(value ?? '')])
  }
  walk(data, '')
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
