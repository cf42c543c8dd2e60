import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { endSignIn } from '#app/domain/producers/end-sign-in.server.ts'
import { inviteProducer } from '#app/domain/producers/invite-producer.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { endSignInForm, inviteProducerForm, takeBackInvitationForm } from '#app/domain/producers/rules.ts'
import { takeBackInvitation } from '#app/domain/producers/take-back-invitation.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay, formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import peopleUrl from '#app/styles/people.css?url'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { SentLink } from '../people/sent-link.tsx'
import { linkTo } from '../people/take.server.ts'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: peopleUrl }]

export const meta: MetaFunction = () => [{ title: `${t('invite.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const member = await orErrorPage(requireMember(db, officer, params.id ?? '', dayOf(new Date())))
  const { id, name, signIns, invitations, record, leftAt } = member
  if (leftAt) throw redirect(paths.cooperative.member(id))
  const { membershipId, organisationName } = officer
  return {
    id,
    name,
    signIns,
    invitations,
    ownerName: record?.ownerName ?? '',
    membershipId,
    organisationName,
    now: new Date(),
  }
}

// The link is in the answer itself, not behind an address: it is shown once and kept nowhere.
export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  if (form.has('signInId'))
    return submit(form, officer, endSignInForm, async (input) => {
      await endSignIn(db, officer, input, new Date())
      return redirect(paths.cooperative.memberSignIn(input.producerId))
    })
  if (form.has('invitationId'))
    return submit(form, officer, takeBackInvitationForm, async (input) => {
      await takeBackInvitation(db, officer, input, new Date())
      return redirect(paths.cooperative.memberSignIn(input.producerId))
    })
  return submit(form, officer, inviteProducerForm, async (input) => {
    const { token, contact, expiresAt } = await inviteProducer(db, officer, input, new Date())
    const phone = contact.startsWith('+') ? contact : undefined
    return { sent: { link: linkTo(request, token), personName: input.personName, expiresAt, phone } }
  })
}

export default function MemberSignIn() {
  const { id, name, signIns, invitations, ownerName, membershipId, organisationName, now } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent = answer && 'sent' in answer ? answer.sent : undefined
  const form = answeredForm(answer && 'error' in answer ? answer : undefined, 'undang')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.member(id), text: name }}
        title={t('invite.title')}
        note={t('invite.intro')}
      />
      {sent && (
        <SentLink {...sent} organisationName={organisationName} role={`${roleName('producer')} ${name}`} />
      )}
      <FormProblem errors={form.errors} />
      {signIns.length > 0 && (
        <ul className="rows">
          {signIns.map(({ id: one, invitedName, invitedContact, createdAt, isActive }) => (
            <li key={one}>
              <p>
                <strong>{invitedName ?? t('invite.unnamed')}</strong>
                <span className="quiet small">
                  {invitedContact && `${invitedContact}, `}
                  {isActive
                    ? say({ key: 'invite.active', day: formatDay(dayOf(createdAt)) })
                    : t('invite.waiting')}
                </span>
              </p>
              <Form method="post">
                <MembershipField membershipId={membershipId} />
                <button
                  className="button second dense"
                  type="submit"
                  name="signInId"
                  value={one}
                  aria-label={say({ key: 'invite.end_named', name: invitedName ?? t('invite.unnamed') })}
                >
                  {t('invite.end')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {invitations.length > 0 && (
        <ul className="rows">
          {invitations.map(({ id: one, personName, contact, expiresAt }) => (
            <li key={one}>
              <p>
                <strong>{personName}</strong>
                <span className="quiet small">
                  {contact},{' '}
                  {expiresAt <= now
                    ? t('people.over')
                    : say({ key: 'invite.invited', until: formatInstant(expiresAt) })}
                </span>
              </p>
              <Form method="post">
                <MembershipField membershipId={membershipId} />
                <button
                  className="button second dense"
                  type="submit"
                  name="invitationId"
                  value={one}
                  aria-label={say({ key: 'people.revoke_for', name: personName })}
                >
                  {t('people.revoke')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="stacked" autoComplete="off">
        <MembershipField membershipId={membershipId} />
        <Field
          label={t('invite.name')}
          field={form.field('personName', signIns.length ? undefined : ownerName)}
          autoComplete="off"
          maxLength={100}
          required
        />
        <Field
          label={t('sign_in.identifier')}
          help={t('sign_in.identifier_help')}
          field={form.field('identifier')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <button className="button main" type="submit">
          {t('invite.send')}
        </button>
      </Form>
    </main>
  )
}
