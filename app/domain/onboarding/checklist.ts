import { readAhuNumber } from '#app/domain/identifiers/ahu.ts'
import { readNib } from '#app/domain/identifiers/nib.ts'
import { readNikKoperasi } from '#app/domain/identifiers/nik-koperasi.ts'
import { readOrganisationNpwp } from '#app/domain/identifiers/organisation-npwp.ts'
import type { Application } from '#app/generated/prisma/client.ts'
import type { ApplicationDocumentKind } from '#app/generated/prisma/enums.ts'

export type ApplicantKind = 'cooperative' | 'retail_chain'

/** Which papers are asked of whom. The database says the same (papers_asked_of). */
export const papersOf = {
  cooperative: ['deed', 'npwp', 'ktp', 'account'],
  retail_chain: ['deed', 'npwp'],
} as const satisfies Record<ApplicantKind, readonly ApplicationDocumentKind[]>

/** What is computed from what was written; nobody ticks it. */
export const computedOf = {
  cooperative: ['name', 'village', 'ahu', 'nik_koperasi', 'npwp', 'account', 'manager'],
  retail_chain: ['name', 'nib', 'npwp', 'manager'],
} as const satisfies Record<ApplicantKind, readonly string[]>

export type ComputedKey = (typeof computedOf)[ApplicantKind][number]
/** An item of the list, as remarks name it: `ahu`, `paper_deed`. */
export type ItemKey = ComputedKey | `paper_${ApplicationDocumentKind}`

export const itemsOf = (kind: ApplicantKind): ItemKey[] => [
  ...computedOf[kind],
  ...papersOf[kind].map((paper) => `paper_${paper}` as const),
]

/** On which step of the form an item stands. */
export const stepOf: Record<ItemKey, Step> = {
  name: 'organisasi',
  village: 'organisasi',
  ahu: 'nomor',
  nik_koperasi: 'nomor',
  nib: 'nomor',
  npwp: 'nomor',
  account: 'rekening',
  manager: 'orang',
  paper_deed: 'dokumen',
  paper_npwp: 'dokumen',
  paper_ktp: 'dokumen',
  paper_account: 'dokumen',
}
export type Step = 'organisasi' | 'nomor' | 'rekening' | 'orang' | 'dokumen'
export const stepsOf = {
  cooperative: ['organisasi', 'nomor', 'rekening', 'orang', 'dokumen'],
  retail_chain: ['organisasi', 'nomor', 'orang', 'dokumen'],
} as const satisfies Record<ApplicantKind, readonly Step[]>

type Written = 'legalName' | 'shortName' | 'villageCode' | 'ahuNumber' | 'nikKoperasi' | 'nib' | 'npwp'
export type Facts = Pick<Application, Written | 'bank' | 'accountEnd' | 'accountHolder'> & {
  kind: ApplicantKind
  people: { role: string }[]
  documents: { id: string; kind: ApplicationDocumentKind; uploadedBy: string; uploadedAt: Date }[]
  verifications: { item: ApplicationDocumentKind; documentId: string; byName: string; at: Date }[]
}

export type Item =
  | { sort: 'computed'; key: ComputedKey; holds: boolean }
  | { sort: 'attested'; key: ApplicationDocumentKind; holds: boolean; by?: string; at?: Date }
  | { sort: 'verified'; key: ApplicationDocumentKind; holds: boolean; by?: string; at?: Date }

const computed: Record<ComputedKey, (facts: Facts) => boolean> = {
  name: ({ legalName, shortName }) => Boolean(legalName && shortName),
  village: ({ villageCode }) => villageCode !== null,
  ahu: ({ ahuNumber }) => ahuNumber !== null && 'value' in readAhuNumber(ahuNumber),
  nik_koperasi: ({ nikKoperasi }) => nikKoperasi !== null && 'value' in readNikKoperasi(nikKoperasi),
  nib: ({ nib }) => nib !== null && 'value' in readNib(nib),
  npwp: ({ npwp }) => npwp !== null && 'value' in readOrganisationNpwp(npwp),
  account: ({ bank, accountEnd, accountHolder }) => Boolean(bank && accountEnd && accountHolder),
  manager: ({ kind, people }) =>
    people.some(({ role }) => role === (kind === 'cooperative' ? 'manager' : 'chain_manager')),
}

/** The list as it stands. A verification counts for the paper that was looked at, not for one that replaced it. */
export function checklistOf(facts: Facts): Item[] {
  const { kind, documents, verifications } = facts
  const paperOf = (paper: ApplicationDocumentKind) => documents.find((one) => one.kind === paper)
  return [
    ...computedOf[kind].map((key): Item => ({ sort: 'computed', key, holds: computed[key](facts) })),
    ...papersOf[kind].map((key): Item => {
      const paper = paperOf(key)
      if (!paper) return { sort: 'attested', key, holds: false }
      return { sort: 'attested', key, holds: true, by: paper.uploadedBy, at: paper.uploadedAt }
    }),
    ...papersOf[kind].map((key): Item => {
      const paper = paperOf(key)
      const seen = verifications.find(({ item, documentId }) => item === key && documentId === paper?.id)
      if (!seen) return { sort: 'verified', key, holds: false }
      return { sort: 'verified', key, holds: true, by: seen.byName, at: seen.at }
    }),
  ]
}

/** Whether the applicant has done what is theirs. */
export const isComplete = (items: Item[]): boolean =>
  items.every(({ sort, holds }) => sort === 'verified' || holds)

/** Whether it can be approved. */
export const isWhole = (items: Item[]): boolean => items.every(({ holds }) => holds)

/** The items that a step's fields answer for, of those that the applicant has still to do. */
export const missingOf = (items: Item[]): ItemKey[] =>
  items.flatMap(({ sort, key, holds }): ItemKey[] =>
    holds || sort === 'verified'
      ? []
      : [sort === 'computed' ? (key as ComputedKey) : `paper_${key as ApplicationDocumentKind}`],
  )
