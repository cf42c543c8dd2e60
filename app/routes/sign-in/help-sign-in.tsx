import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { Role } from '#app/domain/access/actors.ts'
import { issueOneTimeCode } from '#app/domain/access/issue-one-time-code.server.ts'
import { listPeopleToHelp } from '#app/domain/access/queries.server.ts'
import { formatCode, issueCodeForm } from '#app/domain/access/rules.ts'
import { requireActor } from '#app/gates.server.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Field } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { AccountFrame } from './account-frame.tsx'
import { FormProblem } from './fields.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('help.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const search = new URL(request.url).searchParams.get('cari') ?? ''
  const people = await orErrorPage(listPeopleToHelp(db, actor, search))
  return { actor, search, people, searches: actor.kind === 'operator' }
}

// The code is in the answer itself, not behind an address: it is shown once and kept nowhere.
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  return submit(await request.formData(), actor, issueCodeForm, async (input) => ({
    made: await issueOneTimeCode(db, actor, input, new Date()),
  }))
}

export default function HelpSignInPage() {
  const { actor, search, searches, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const made = answer && 'made' in answer ? answer.made : undefined
  const problems = answer && 'error' in answer ? answer.error?.[''] : undefined
  return (
    <AccountFrame
      actor={actor}
      title={t('help.title')}
      back={{ to: paths.account, text: t('account.title') }}
    >
      {made && <NewCode {...made} />}
      <FormProblem errors={problems} />
      <p>{t(searches ? 'help.intro_operator' : 'help.intro_manager')}</p>
      {searches && <Search search={search} />}
      {people.length ? (
        <ul className="rows">
          {people.map((person) => (
            <Person key={person.id} person={person} membershipId={actor.membershipId} />
          ))}
        </ul>
      ) : (
        (search || !searches) && (
          <p className="quiet">{t(searches ? 'help.nobody_found' : 'help.nobody_here')}</p>
        )
      )}
    </AccountFrame>
  )
}

function Search({ search }: { search: string }) {
  return (
    <search>
      <Form className="search">
        <Field
          field={{ id: 'cari', name: 'cari', initialValue: search }}
          label={t('help.search')}
          type="search"
          maxLength={200}
        />
        <button className="button second" type="submit">
          {t('help.search_submit')}
        </button>
      </Form>
    </search>
  )
}

type PersonProps = {
  person: { id: string; name: string; memberships: { role: Role; organisationName: string }[] }
  membershipId: string
}

function Person({ person, membershipId }: PersonProps) {
  const where = person.memberships.map(
    ({ role, organisationName }) => `${roleName(role)}, ${organisationName}`,
  )
  return (
    <li>
      <p>
        <strong>{person.name}</strong>
        <span className="quiet small">{where.join(' · ')}</span>
      </p>
      <Form method="post">
        <MembershipField membershipId={membershipId} />
        <button
          className="button second dense"
          type="submit"
          name="personId"
          value={person.id}
          aria-label={say({ key: 'help.make_code_for', name: person.name })}
        >
          {t('help.make_code')}
        </button>
      </Form>
    </li>
  )
}

function NewCode({ code, personName, expiresAt }: { code: string; personName: string; expiresAt: Date }) {
  return (
    <section className="code" aria-labelledby="kode" role="status">
      <h2 id="kode">{say({ key: 'help.code_for', name: personName })}</h2>
      <p className="digits">{formatCode(code)}</p>
      <p className="small">
        {say({ key: 'help.code_until', until: formatInstant(expiresAt) })} {t('help.code_where')}
      </p>
    </section>
  )
}
