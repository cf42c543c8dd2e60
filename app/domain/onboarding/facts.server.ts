import type { Prisma } from '#app/generated/prisma/client.ts'
import type { ApplicantKind, Facts } from './checklist.ts'

/** What the checklist is reckoned from. */
export const factsSelect = {
  kind: true,
  legalName: true,
  shortName: true,
  villageCode: true,
  ahuNumber: true,
  nikKoperasi: true,
  nib: true,
  npwp: true,
  bank: true,
  accountEnd: true,
  accountHolder: true,
  people: {
    orderBy: { position: 'asc' },
    select: { id: true, name: true, email: true, phone: true, role: true },
  },
  documents: {
    where: { removedAt: null },
    select: { id: true, kind: true, type: true, size: true, uploadedBy: true, uploadedAt: true },
  },
  verifications: {
    where: { endedAt: null },
    select: {
      item: true,
      documentId: true,
      at: true,
      by: { select: { person: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.ApplicationSelect

type Row = Prisma.ApplicationGetPayload<{ select: typeof factsSelect }>

export const factsOf = ({ kind, verifications, ...row }: Row): Facts => ({
  ...row,
  // applications: cooperatives_and_chains_apply
  kind: kind as ApplicantKind,
  verifications: verifications.map(({ by, ...one }) => ({ ...one, byName: by.person.name })),
})
