import type { ChangeProducer } from '#app/domain/producers/rules.ts'
import { nikDigests, openFor } from '#app/domain/producers/secrets.server.ts'
import type { ConsentWay } from '#app/generated/prisma/enums.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Content as Cells } from './columns.ts'
import { isMasked } from './fields-members.ts'
import { type Changes, type Planned, type RowToPlan, same, wrong } from './plan.ts'
import { plain } from './values.ts'

export type MemberWrite = { number: number; isNew: boolean; typed: ChangeProducer }

/**
 * What rows of members would write. Nothing is written. A member is found by its NIK, else by its name and village.
 */
export async function planMembers(
  db: Db,
  { cooperativeId }: { cooperativeId: string },
  rows: RowToPlan[],
): Promise<{ planned: Planned[]; writes: MemberWrite[] }> {
  const [villages, members] = await Promise.all([
    db.$queryRaw<{ code: string; name: string }[]>`
      select v.code, v.name from villages v join villages own on own.city_code = v.city_code
      join organisations o on o.village_code = own.code where o.id = ${cooperativeId}`,
    listMembers(db, cooperativeId),
  ])
  const planned: Planned[] = []
  const writes: MemberWrite[] = []
  for (const { number, cells } of rows) {
    const at = villages.filter(({ name }) => plain(name) === plain(String(cells.village)))
    const [village] = at
    if (!village || at.length > 1) {
      planned.push(wrong(number, 'village', { key: 'import.village_unknown', text: String(cells.village) }))
      continue
    }
    const nik = secretOf(cells, 'nik')
    const digests: string[] = nik ? nikDigests(cooperativeId, nik) : []
    const byNik = members.find(({ record }) => record?.nikDigest && digests.includes(record.nikDigest))
    const named = members.filter(
      ({ name, villageCode }) => plain(name) === plain(String(cells.name)) && villageCode === village.code,
    )
    if (!byNik && named.length > 1) {
      planned.push(wrong(number, 'name', { key: 'import.member_twice' }))
      continue
    }
    const member = byNik ?? named[0]
    const typed = typedOf(cells, member, village.code)
    const changes = member ? changesOf(member, typed, nik) : {}
    const isSame = member && Object.keys(changes).length === 0
    // What is missing from what is kept matters only to who changes it.
    const trouble = member?.leftAt
      ? wrong(number, 'name', { key: 'import.member_left' })
      : (maskedOf(number, cells, member) ?? (isSame ? null : troubleOf(number, member, typed)))
    if (trouble) planned.push(trouble)
    else if (isSame) planned.push(same(number))
    else {
      planned.push({ number, verdict: member ? 'changed' : 'new', problems: {}, changes })
      writes.push({ number, isNew: !member, typed })
    }
  }
  return { planned, writes }
}

function listMembers(db: Db, cooperativeId: string) {
  return db.producer.findMany({
    where: { cooperativeId },
    select: {
      id: true,
      name: true,
      villageCode: true,
      story: true,
      leftAt: true,
      record: true,
      categories: { select: { categorySlug: true } },
      consents: { where: { withdrawnAt: null }, select: { id: true } },
    },
  })
}
type Member = Awaited<ReturnType<typeof listMembers>>[number]

/** A number that is to be kept sealed; none where the cell is empty or masked. */
const secretOf = (cells: Cells, field: string): string | undefined => {
  const text = cells[field]
  return typeof text === 'string' && !isMasked(text) ? text : undefined
}

function typedOf(cells: Cells, member: Member | undefined, villageCode: string): ChangeProducer {
  const { record } = member ?? {}
  const text = (field: string, kept: string | null | undefined) =>
    cells[field] === undefined ? (kept ?? '') : String(cells[field])
  const statementOn =
    cells.statementOn === undefined
      ? record?.statementOn && fromDate(record.statementOn)
      : String(cells.statementOn)
  return {
    producerId: member?.id ?? newId('producer'),
    version: record?.version ?? (member ? 0 : 1),
    name: text('name', member?.name),
    villageCode,
    ownerName: text('ownerName', record?.ownerName),
    story: text('story', member?.story),
    categories: member?.categories.map(({ categorySlug }) => categorySlug) ?? [],
    nik: secretOf(cells, 'nik'),
    nib:
      cells.nib === undefined || isMasked(String(cells.nib)) ? (record?.nib ?? undefined) : String(cells.nib),
    isPkp: cells.isPkp === undefined ? (record?.isPkp ?? false) : cells.isPkp === true,
    npwp: secretOf(cells, 'npwp'),
    bank: text('bank', record?.bank),
    account: secretOf(cells, 'account'),
    accountHolder: text('accountHolder', record?.accountHolder),
    statementOn: statementOn || undefined,
    consent: cells.consent !== undefined,
    consentWay: cells.consent as Exclude<ConsentWay, 'own_sign_in'> | undefined,
  }
}

/** A number that is masked and stands nowhere. */
function maskedOf(number: number, cells: Cells, member: Member | undefined): Planned | null {
  const { record } = member ?? {}
  const kept = { nik: record?.nikRegion, npwp: record?.npwpSealed, account: record?.accountSealed }
  for (const field of ['nik', 'npwp', 'account'] as const)
    if (typeof cells[field] === 'string' && isMasked(cells[field]) && !kept[field])
      return wrong(number, field, { key: 'import.masked' })
  return null
}

function troubleOf(number: number, member: Member | undefined, typed: ChangeProducer): Planned | null {
  const { record } = member ?? {}
  if (!typed.ownerName) return wrong(number, 'ownerName', { key: 'text.missing' })
  if (!member?.consents.length && !typed.consentWay)
    return wrong(number, 'consent', { key: 'import.consent_missing' })
  if (typed.isPkp && !typed.npwp && !record?.npwpSealed) return wrong(number, 'npwp', { key: 'npwp.needed' })
  if (typed.bank || typed.account || typed.accountHolder) {
    if (!typed.bank) return wrong(number, 'bank', { key: 'account.bank' })
    if (!typed.accountHolder) return wrong(number, 'accountHolder', { key: 'account.holder' })
    if (!typed.account && !record?.accountSealed) return wrong(number, 'account', { key: 'account.digits' })
  }
  return null
}

/** Names of secrets only: what stood there is not written down in clear. */
function changesOf(member: Member, typed: ChangeProducer, nik: string | undefined): Changes {
  const { id, record } = member
  const changes: Changes = {}
  const compare = (field: string, old: string | null | undefined, next: string | undefined) => {
    if ((old ?? '') !== (next ?? '')) changes[field] = [old ?? '', next ?? '']
  }
  compare('name', member.name, typed.name)
  compare('village', member.villageCode, typed.villageCode)
  compare('story', member.story, typed.story)
  compare('ownerName', record?.ownerName, typed.ownerName)
  compare('nib', record?.nib, typed.nib)
  compare('isPkp', record?.isPkp ? 'ya' : 'tidak', typed.isPkp ? 'ya' : 'tidak')
  compare('bank', record?.bank, typed.bank)
  compare('accountHolder', record?.accountHolder, typed.accountHolder)
  compare('statementOn', record?.statementOn && fromDate(record.statementOn), typed.statementOn)
  const isKept = (field: 'npwp' | 'account', text: string, sealed: string | null | undefined) =>
    Boolean(sealed) && openFor(id, field, sealed ?? '') === text
  if (nik && !(record?.nikDigest && nikDigests(record.cooperativeId, nik).includes(record.nikDigest)))
    changes.nik = ['•', '•']
  if (typed.npwp && !isKept('npwp', typed.npwp, record?.npwpSealed)) changes.npwp = ['•', '•']
  if (typed.account && !isKept('account', typed.account, record?.accountSealed)) changes.account = ['•', '•']
  if (member.consents.length === 0 && typed.consentWay) changes.consent = ['', 'ya']
  return changes
}
