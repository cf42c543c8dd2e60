import { redirect } from '@remix-run/node'
import { textOf } from '#app/domain/access/rules.ts'
import { changeRole } from '#app/domain/organisations/change-role.server.ts'
import { handOver } from '#app/domain/organisations/hand-over.server.ts'
import { invitePerson } from '#app/domain/organisations/invite-person.server.ts'
import { listPeople } from '#app/domain/organisations/people-queries.server.ts'
import { removePerson } from '#app/domain/organisations/remove-person.server.ts'
import { renewInvitation } from '#app/domain/organisations/renew-invitation.server.ts'
import { revokeInvitation } from '#app/domain/organisations/revoke-invitation.server.ts'
import {
  changeRoleForm,
  invitationForm,
  invitePersonForm,
  memberForm,
} from '#app/domain/organisations/rules.ts'
import { type PeopleKeeper, requireKept, type Whose } from '#app/domain/organisations/scope.server.ts'
import { roleName } from '#app/messages/roles.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import type { Sent } from './sent-link.tsx'

/** What the page of an organisation's people shows: of one's own, or for the operator of the one that is named. */
export async function loadPeople(keeper: PeopleKeeper, whose: Whose = {}) {
  const { organisation, ...people } = await orErrorPage(listPeople(db, keeper, new Date(), whose))
  const { role, membershipId, organisationId } = keeper
  const { id, kind, shortName: organisationName } = organisation
  return { ...people, kind, role, organisationName, membershipId, isOwn: id === organisationId }
}

export const linkTo = (request: Request, token: string): string =>
  new URL(paths.invitation(token), request.url).href

/** One of the things that are done there; each form names its own. A link is in the answer itself, and nowhere else. */
export async function takePeople(keeper: PeopleKeeper, request: Request, here: string, whose: Whose = {}) {
  const { shortName: organisationName } = await orErrorPage(requireKept(db, keeper, whose))
  const form = await request.formData()
  const now = new Date()
  const sent = (token: string, rest: Omit<Sent, 'link' | 'organisationName'>) => ({
    sent: { link: linkTo(request, token), organisationName, ...rest },
  })
  switch (form.get('intent')) {
    case 'renew':
      return submit(form, keeper, invitationForm, async (input) => {
        const { token, expiresAt } = await renewInvitation(db, keeper, { ...input, ...whose }, now)
        const { invitations } = await listPeople(db, keeper, now, whose)
        const one = invitations.find(({ id }) => id === input.invitationId)
        return sent(token, {
          personName: one?.personName ?? '',
          role: one ? roleName(one.role) : '',
          expiresAt,
          phone: one?.contact.startsWith('+') ? one.contact : undefined,
        })
      })
    case 'revoke':
      return submit(form, keeper, invitationForm, async (input) => {
        await revokeInvitation(db, keeper, { ...input, ...whose }, now)
        return redirect(here)
      })
    case 'role':
      return submit(form, keeper, changeRoleForm, async (input) => {
        await changeRole(db, keeper, input, now)
        return redirect(here)
      })
    case 'hand-over':
      return submit(form, keeper, memberForm, async (input) => {
        await handOver(db, keeper, input, now)
        return redirect(paths.account)
      })
    case 'remove':
      return submit(form, keeper, memberForm, async (input) => {
        await removePerson(db, keeper, input, now)
        return redirect(input.memberId === keeper.membershipId ? paths.account : here)
      })
    default:
      return submit(form, keeper, invitePersonForm, async (input) => {
        const { token, expiresAt } = await invitePerson(db, keeper, { ...input, ...whose }, now)
        const contact = textOf(input.identifier)
        return sent(token, {
          personName: input.personName,
          role: roleName(input.role),
          expiresAt,
          phone: contact.startsWith('+') ? contact : undefined,
        })
      })
  }
}
