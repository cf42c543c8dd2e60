import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '#app/domain/organisations/accept-invitation.server.ts'
import { join } from '#app/domain/organisations/join.server.ts'
import { readInvitation } from '#app/domain/organisations/people-queries.server.ts'
import { acceptForm, joinForm } from '#app/domain/organisations/rules.ts'
import { maybeActor } from '#app/gates.server.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Field } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { FormProblem, KnownDeviceField, NewPasswordField } from './fields.tsx'
import { SignInFrame } from './frame.tsx'
import { portalOf } from './landing.ts'
import { enter, tokenOf, visitorOf } from './session.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [
  { title: `${t('invitation.title')} | ${t('app.name')}` },
  { name: 'robots', content: 'noindex' },
  // The link is a secret: no other site is told where somebody came from.
  { name: 'referrer', content: 'same-origin' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await maybeActor(request)
  const asked = { token: params.token ?? '', actor }
  const invitation = await orErrorPage(readInvitation(db, visitorOf(request, context), asked, new Date()))
  const me = actor && { name: actor.personName, membershipId: actor.membershipId }
  return { ...invitation, me, here: paths.invitation(asked.token) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const visitor = visitorOf(request, context)
  const token = params.token ?? ''
  if (!form.has('accept'))
    return submit(form, null, joinForm, async (input) => {
      const session = await join(db, visitor, { ...input, token }, new Date())
      return enter(request, session, portalOf(session.kind))
    })
  const actor = await maybeActor(request)
  if (!actor) throw redirectDocument(paths.signIn(paths.invitation(token)))
  return submit(form, actor, acceptForm, async () => {
    const asked = { token, sessionToken: await tokenOf(request), address: visitor.address }
    const { kind } = await acceptInvitation(db, actor, asked, new Date())
    return redirectDocument(portalOf(kind))
  })
}

export default function InvitationPage() {
  const invitation = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>())
  const { state, organisationName: organisation, producerName: producer, personName: name } = invitation
  const role = roleName(invitation.role).toLowerCase()
  const sender =
    invitation.senderOrganisation === organisation
      ? invitation.senderName
      : say({
          key: 'invitation.sender_from',
          name: invitation.senderName,
          organisation: invitation.senderOrganisation,
        })
  return (
    <SignInFrame title={t('invitation.title')} rail={t('invitation.rail')}>
      <p>
        {producer
          ? say({
              key: 'invitation.to_producer',
              sender: invitation.senderName,
              organisation,
              name,
              role,
              producer,
            })
          : say({ key: 'invitation.to', sender, name, organisation, role })}
      </p>
      <FormProblem errors={form.errors} />
      {state === 'open' ? (
        <Answer invitation={invitation} form={form} />
      ) : (
        <>
          <p className="band wait">{t(`invitation.${state}`)}</p>
          {state === 'accepted' && (
            <Link className="button main" to={paths.signIn()}>
              {t('sign_in.submit')}
            </Link>
          )}
        </>
      )}
    </SignInFrame>
  )
}

type AnswerProps = {
  invitation: ReturnType<typeof useLoaderData<typeof loader>>
  form: ReturnType<typeof answeredForm>
}

function Answer({ invitation: { me, contact, isTheirs, hasAccount, here, ...rest }, form }: AnswerProps) {
  const until = (
    <p className="small quiet">
      {say({ key: 'invitation.for', contact })}{' '}
      {say({ key: 'invitation.until', until: formatInstant(rest.expiresAt) })}
    </p>
  )
  if (me && isTheirs)
    return (
      <Form method="post">
        <MembershipField membershipId={me.membershipId} />
        <p>{say({ key: 'invitation.as', name: me.name })}</p>
        {until}
        <button className="button main" type="submit" name="accept" value="yes">
          {t('invitation.accept')}
        </button>
      </Form>
    )
  if (me)
    return (
      <>
        <p className="band wait">{say({ key: 'invitation.not_mine', name: me.name, contact })}</p>
        <Form method="post" action={paths.signOut}>
          <button className="button second" type="submit">
            {t('account.sign_out')}
          </button>
        </Form>
      </>
    )
  if (hasAccount)
    return (
      <>
        <p>{say({ key: 'invitation.sign_in_help', contact })}</p>
        <Link className="button main" to={paths.signIn(here)}>
          {t('invitation.sign_in')}
        </Link>
      </>
    )
  return (
    <Form method="post">
      {until}
      <Field
        label={t('invitation.name')}
        field={form.field('personName', rest.personName)}
        autoComplete="name"
        maxLength={100}
        required
      />
      <NewPasswordField field={form.field('newPassword')} />
      <p className="small quiet">{say({ key: 'invitation.new_help', contact })}</p>
      <KnownDeviceField field={form.field('known')} />
      <button className="button main" type="submit">
        {t('invitation.join')}
      </button>
    </Form>
  )
}
