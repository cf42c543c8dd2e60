import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatCode } from '#app/domain/access/rules.ts'
import { endSignIn } from '#app/domain/producers/end-sign-in.server.ts'
import { type Invited, inviteProducer } from '#app/domain/producers/invite-producer.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { endSignInForm, inviteProducerForm } from '#app/domain/producers/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay, formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('invite.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const member = await orErrorPage(requireMember(db, officer, params.id ?? '', dayOf(new Date())))
  const { id, name, signIns, record, leftAt } = member
  if (leftAt) throw redirect(paths.cooperative.member(id))
  return { id, name, signIns, ownerName: record?.ownerName ?? '', membershipId: officer.membershipId }
}

// The code is in the answer itself, not behind an address: it is shown once and kept nowhere.
export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  if (form.has('signInId'))
    return submit(form, officer, endSignInForm, async (input) => {
      await endSignIn(db, officer, input, new Date())
      return redirect(paths.cooperative.memberSignIn(input.producerId))
    })
  return submit(form, officer, inviteProducerForm, async (input) => ({
    invited: await inviteProducer(db, officer, input, new Date()),
    personName: input.personName,
  }))
}

export default function MemberSignIn() {
  const { id, name, signIns, ownerName, membershipId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const made = answer && 'invited' in answer ? answer : undefined
  const form = answeredForm(answer && 'error' in answer ? answer : undefined, 'undang')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.member(id), text: name }}
        title={t('invite.title')}
        note={t('invite.intro')}
      />
      {made && <Made {...made.invited} personName={made.personName} producer={name} />}
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

function Made({ producer, personName, ...made }: Invited & { producer: string; personName: string }) {
  if (made.code === null)
    return (
      <p className="band ok" role="status">
        {say({ key: 'invite.known', contact: made.contact, producer })}
      </p>
    )
  return (
    <section className="one-time-code" aria-labelledby="kode" role="status">
      <h2 id="kode">{say({ key: 'invite.code_for', name: personName })}</h2>
      <p className="digits">{formatCode(made.code)}</p>
      <p className="small">
        {say({ key: 'help.code_until', until: formatInstant(made.expiresAt) })}{' '}
        {say({ key: 'invite.how', contact: made.contact })}
      </p>
    </section>
  )
}
