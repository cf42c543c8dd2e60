import sharp from 'sharp'
import type { Operator } from '#app/domain/access/actors.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import { addApplicant } from '#app/domain/onboarding/add-applicant.server.ts'
import type { Applicant } from '#app/domain/onboarding/applicant.server.ts'
import { askForChanges } from '#app/domain/onboarding/ask-for-changes.server.ts'
import { keepApplicationMove } from '#app/domain/onboarding/keep-application-move.server.ts'
import { openPaper } from '#app/domain/onboarding/open-paper.server.ts'
import { saveApplication } from '#app/domain/onboarding/save-application.server.ts'
import { sendPaper } from '#app/domain/onboarding/send-paper.server.ts'
import { startApplication } from '#app/domain/onboarding/start-application.server.ts'
import { submitApplication } from '#app/domain/onboarding/submit-application.server.ts'
import { verifyPaper } from '#app/domain/onboarding/verify-paper.server.ts'
import { invitePerson } from '#app/domain/organisations/invite-person.server.ts'
import { addDays, type Day } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { managerOf, operatorOf } from './actors.ts'
import { city, cooperatives } from './batu/places.ts'
import { at } from './hours.ts'
import { organisationId } from './organisations.ts'

const kinds = ['deed', 'npwp', 'ktp', 'account'] as const
type Paper = (typeof kinds)[number]
const titles: Record<Paper, string> = {
  deed: 'SK PENGESAHAN KOPERASI',
  npwp: 'KARTU NPWP',
  ktp: 'KTP KETUA',
  account: 'BUKU REKENING',
}

/** Sheets that say what they are examples of. Drawn before the transaction. */
export async function drawPapers(): Promise<Record<Paper, Buffer>> {
  const draw = async (kind: Paper) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="420"><rect width="600" height="420" fill="#fdfefb"/>
      <rect x="16" y="16" width="568" height="388" fill="none" stroke="#727e74"/><text x="300" y="120" font-size="30" text-anchor="middle"
      font-family="sans-serif" fill="#162521">${titles[kind]}</text><text x="300" y="270" font-size="88" text-anchor="middle"
      font-family="sans-serif" fill="#d4d8ce">CONTOH</text></svg>`
    return [kind, await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()] as const
  }
  return Object.fromEntries(await Promise.all(kinds.map(draw))) as Record<Paper, Buffer>
}

/** The link of the one that is given back, so that it can be looked at: `/daftar/contoh-pendaftaran-sisir`. */
const knownToken = 'contoh-pendaftaran-sisir'

/** Writes who applied: one waits, one is to change something, one came in long ago; and somebody who is invited. */
export async function writeApplications(tx: Db, papers: Record<Paper, Buffer>, today: Day): Promise<void> {
  const operator = operatorOf('rak-lokal')
  const villageOf = (name: string) => cooperatives.find(({ villageSlug }) => villageSlug === name)
  const days = (back: number, hour = 9) => at(addDays(today, -back), hour)

  const tulungrejo = villageOf('tulungrejo')
  const approved = await apply(tx, papers, days(247), {
    legalName: tulungrejo?.name ?? '',
    shortName: tulungrejo?.shortName ?? '',
    villageCode: tulungrejo?.villageCode ?? '',
    serial: 1,
    manager: 'Bambang Hariyanto',
    identifier: { email: 'manajer@tulungrejo.example' },
  })
  await verify(tx, operator, approved, kinds, days(246, 11))
  await approveAs(tx, operator, approved, organisationId('kdmp-tulungrejo'), days(246, 13))

  const asked = await apply(tx, papers, days(5), {
    legalName: 'Koperasi Produsen Olahan Buah Sisir',
    shortName: 'Koperasi Olahan Sisir',
    villageCode: villageOf('sisir')?.villageCode ?? '',
    serial: 2,
    manager: 'Retno Palupi',
    identifier: { phone: '+6281200000021' },
  })
  await verify(tx, operator, asked, ['deed', 'npwp'], days(3, 10))
  const { version } = await tx.application.findUniqueOrThrow({ where: { id: asked.applicationId } })
  const remarks = {
    paper_ktp: 'Fotonya terpotong. Potret seluruh KTP.',
    account: 'Rekening masih atas nama pengurus. Tulis rekening atas nama koperasi.',
  }
  const { applicationId } = asked
  await askForChanges(
    tx,
    operator,
    { applicationId, version, reason: 'Tinggal dua lagi.', remarks },
    days(3, 11),
  )
  await tx.application.update({ where: { id: applicationId }, data: { tokenHash: hashOf(knownToken) } })

  const waiting = await apply(tx, papers, days(2), {
    legalName: 'Koperasi Tani Sayur Sumberbrantas Makmur',
    shortName: 'Koperasi Sayur Sumberbrantas',
    villageCode: villageOf('sumberbrantas')?.villageCode ?? '',
    serial: 3,
    manager: 'Wiji Lestari',
    identifier: { phone: '+6281200000022' },
  })
  await verify(tx, operator, waiting, ['deed', 'ktp'], days(1, 14))

  const manager = managerOf('kdmp-tulungrejo')
  const invited = {
    personName: 'Tutik Rahayu',
    identifier: { phone: '+6281200000023' },
    role: 'officer' as const,
  }
  await invitePerson(tx, manager, invited, days(1, 15))
}

type Seeded = {
  legalName: string
  shortName: string
  villageCode: string
  serial: number
  manager: string
  identifier: { phone: string } | { email: string }
}

async function apply(tx: Db, papers: Record<Paper, Buffer>, on: Date, one: Seeded): Promise<Applicant> {
  const { legalName, shortName, villageCode, serial, manager, identifier } = one
  const filer = { kind: 'cooperative', filerName: manager } as const
  const visitor = { address: `seed ${city.code}`, device: '' }
  const { id } = await startApplication(tx, visitor, { ...filer, legalName, actor: null }, on)
  await tx.application.update({ where: { id }, data: { isSample: true } })
  const applicant = { ...filer, applicationId: id, address: visitor.address }
  await saveApplication(
    tx,
    applicant,
    { step: 'organisasi', typed: { legalName, shortName, villageCode } },
    on,
  )
  const numbers = {
    ahuNumber: `AHU-99999${String(serial).padStart(2, '0')}.AH.01.29.TAHUN 2025`,
    nikKoperasi: `357900000${serial}`,
    organisationNpwp: '0013121660091000',
  }
  await saveApplication(tx, applicant, { step: 'nomor', typed: numbers }, on)
  const account = { bank: 'Bank Contoh', account: `0000987650${serial}`, accountHolder: legalName }
  await saveApplication(tx, applicant, { step: 'rekening', typed: account }, on)
  await addApplicant(tx, applicant, { name: manager, identifier, role: 'manager' }, on)
  for (const paper of kinds) await sendPaper(tx, applicant, { paper, bytes: papers[paper] }, on)
  await submitApplication(tx, applicant, on)
  return applicant
}

async function verify(tx: Db, operator: Operator, one: Applicant, papers: readonly Paper[], on: Date) {
  const { applicationId } = one
  const { version } = await tx.application.findUniqueOrThrow({ where: { id: applicationId } })
  for (const paper of papers) {
    const { id: documentId } = await tx.applicationDocument.findFirstOrThrow({
      where: { applicationId, kind: paper },
    })
    await openPaper(tx, operator, { applicationId, documentId }, on)
    await verifyPaper(tx, operator, { applicationId, version, paper }, on)
  }
}

// Its organisation is there already: approving would make another one.
async function approveAs(tx: Db, operator: Operator, one: Applicant, organisation: string, on: Date) {
  const { ahuNumber, nikKoperasi, npwp } = await tx.application.update({
    where: { id: one.applicationId },
    data: {
      status: 'approved',
      organisationId: organisation,
      decidedAt: on,
      decidedBy: operator.membershipId,
      changedAt: on,
    },
  })
  await tx.organisationRecord.create({ data: { organisationId: organisation, ahuNumber, nikKoperasi, npwp } })
  const move = { from: 'submitted', to: 'approved', by: operator.membershipId, at: on } as const
  await keepApplicationMove(tx, one.applicationId, move)
}
