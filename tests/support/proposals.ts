// A proposal as an officer types it, complete unless a test says otherwise.
import type { CooperativeMember } from '#app/domain/access/actors.ts'
import type { Proposer } from '#app/domain/proposals/approvers.server.ts'
import type { SaveProposal, SubmitProposal } from '#app/domain/proposals/rules.ts'
import { saveProposal } from '#app/domain/proposals/save-proposal.server.ts'
import { submitProposal } from '#app/domain/proposals/submit-proposal.server.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'
import { aCategory, anOfficer, aPhoto, aProducer } from './make.ts'

export const now = new Date('2026-11-24T03:00:00Z')
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** What a form of the officer's cooperative carries, or of a producer's own. */
export async function typedBy(
  officer: Proposer,
  over: Partial<SubmitProposal> = {},
): Promise<SubmitProposal> {
  const cooperative = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  const own = officer.kind === 'producer' ? officer.producerId : undefined
  return {
    proposalId: newId('proposal'),
    version: 0,
    producerId: over.producerId ?? own ?? (await aProducer(cooperative)).id,
    photoId: over.photoId ?? (await aPhoto(officer.cooperativeId, own)).id,
    categorySlug: await aCategory(),
    name: 'Keripik Tempe Pedas Daun Jeruk',
    brand: 'Daun Jeruk',
    story: '',
    pack: 'pouch',
    netContent: '150 g',
    widthMm: 160,
    heightMm: 240,
    depthMm: 55,
    weightG: 165,
    stackable: false,
    storage: 'ambient',
    shelfLifeDays: 120,
    unitsPerCarton: 30,
    minCartons: 1,
    leadTimeDays: 2,
    retailPrice: 10_500n,
    wholesalePrice: 7_800n,
    memberPrice: 7_410n,
    ...over,
  }
}

/** The four things that even a draft needs. */
export async function draftBy(officer: Proposer, over: Partial<SaveProposal> = {}): Promise<SaveProposal> {
  const { proposalId, version, producerId, photoId, name, retailPrice } = await typedBy(officer)
  const words = { stackable: false, brand: '', story: '' }
  return { proposalId, version, producerId, photoId, name, retailPrice, ...words, ...over }
}

/** A submitted proposal, its officer, and a colleague who may decide it. */
export async function aSubmitted(over: Partial<SubmitProposal> = {}) {
  const officer = await anOfficer()
  const colleague = await aColleagueOf(officer, 'manager')
  const typed = await typedBy(officer, over)
  const saved = await submitProposal(db, officer, typed, now)
  return { officer, colleague, typed, decision: { proposalId: saved.id, version: saved.version } }
}

export async function aColleagueOf(
  officer: CooperativeMember,
  role: CooperativeMember['role'] = 'officer',
): Promise<CooperativeMember> {
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: officer.cooperativeId } })
  return anOfficer({ organisation, role })
}

/** A proposal as it is kept, with what it says of its first pack beside what it says of the product. */
export async function readProposal(id: string) {
  const { variants, ...row } = await db.productProposal.findUniqueOrThrow({
    where: { id },
    include: {
      variants: {
        orderBy: { position: 'asc' },
        include: { breaks: { orderBy: { fromCartons: 'asc' }, select: { fromCartons: true, price: true } } },
      },
    },
  })
  const [first] = variants
  if (!first) throw new Error(`proposal ${id} has no pack`)
  const { proposalId: _, cooperativeId: __, ...pack } = first
  return { ...pack, ...row, variants }
}
export const movesOf = async (proposalId: string) => {
  const rows = await db.proposalMove.findMany({
    where: { proposalId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ fromStatus, toStatus, reason }) => [fromStatus, toStatus, reason].join(' ').trim())
}
export const save = (officer: CooperativeMember, typed: SaveProposal, at = now) =>
  saveProposal(db, officer, typed, at)
export const submit = (officer: CooperativeMember, typed: SubmitProposal, at = now) =>
  submitProposal(db, officer, typed, at)
