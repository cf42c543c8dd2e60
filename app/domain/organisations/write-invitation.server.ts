import { randomBytes } from 'node:crypto'
import type { Role } from '#app/domain/access/actors.ts'
import type { Identifier } from '#app/domain/access/rules.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import type { OrganisationKind } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { invitationDays } from './rules.ts'

/** What an invitation is sent with: the token is given once and kept nowhere. */
export type SentInvitation = { id: string; token: string; expiresAt: Date }

type Write = {
  organisation: { id: string; kind: OrganisationKind }
  role: Role
  producerId?: string
  personName: string
  identifier: Identifier
  sentBy: string
}

const newToken = () => randomBytes(24).toString('base64url')
const endOf = (at: Date) => new Date(at.getTime() + invitationDays * 86_400_000)

/** Writes an invitation, by which an older one of the same person no longer counts. The caller holds the organisation. */
export async function writeInvitation(
  tx: Db,
  { organisation, role, producerId, personName, identifier, sentBy }: Write,
  at: Date,
): Promise<SentInvitation> {
  const contact = { email: null, phone: null, ...identifier }
  await tx.invitation.updateMany({
    where: {
      organisationId: organisation.id,
      producerId: producerId ?? null,
      ...contact,
      acceptedAt: null,
      revokedAt: null,
    },
    data: { revokedAt: at, revokedBy: sentBy },
  })
  const token = newToken()
  const row = { id: newId('invitation'), createdAt: at, expiresAt: endOf(at) }
  await tx.invitation.create({
    data: {
      ...row,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      role,
      producerId: producerId ?? null,
      personName,
      ...contact,
      tokenHash: hashOf(token),
      sentBy,
    },
  })
  return { id: row.id, token, expiresAt: row.expiresAt }
}

/** Makes the link of an invitation anew, for seven more days; the old link no longer opens. Null where it has ended. */
export async function renew(
  tx: Db,
  where: { id: string; organisationId: string },
  at: Date,
): Promise<SentInvitation | null> {
  const token = newToken()
  const expiresAt = endOf(at)
  const { count } = await tx.invitation.updateMany({
    where: { ...where, acceptedAt: null, revokedAt: null },
    data: { tokenHash: hashOf(token), createdAt: at, expiresAt },
  })
  return count ? { id: where.id, token, expiresAt } : null
}
