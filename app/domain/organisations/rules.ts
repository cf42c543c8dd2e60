import { z } from 'zod'
import type { Role } from '#app/domain/access/actors.ts'
import { rolesOf } from '#app/domain/access/kinds.ts'
import { identifierField, redeemCodeForm } from '#app/domain/access/rules.ts'
import { key } from '#app/messages/say.ts'
import { type IdOf, isId } from '#app/platform/ids.ts'

/** How long an invitation opens the door; the database holds it. */
export const invitationDays = 7
/** So many may be invited to one organisation and not have answered. */
export const mostInvitations = 30

const idField = (of: IdOf) =>
  z.string(key('error.not_found')).refine((text) => isId(of, text), key('error.not_found'))
const nameField = z
  .string(key('person.name_missing'))
  // A zero byte is no text to the database.
  .transform((text) => text.replaceAll('\u0000', '').trim())
  .pipe(z.string().min(1, key('person.name_missing')).max(100, key('text.long')))
const allRoles = Object.values(rolesOf).flat() as [Role, ...Role[]]
const roleField = z.enum(allRoles, key('person.role_missing'))

export const invitePersonForm = z.object({
  personName: nameField,
  identifier: identifierField,
  role: roleField,
})
export type InvitePerson = z.output<typeof invitePersonForm>

export const invitationForm = z.object({ invitationId: idField('invitation') })
export const changeRoleForm = z.object({ memberId: idField('membership'), role: roleField })
export type ChangeRole = z.output<typeof changeRoleForm>
export const memberForm = z.object({ memberId: idField('membership') })

/** What somebody sends who has no account yet. */
export const joinForm = z.object({
  personName: nameField,
  newPassword: redeemCodeForm.shape.newPassword,
  known: z.boolean().optional(),
})
export type Join = z.output<typeof joinForm>
/** What somebody sends who has one, and is signed in. */
export const acceptForm = z.object({ accept: z.literal('yes', key('form.invalid')) })
