import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { getAccount } from '#app/domain/access/queries.server.ts'
import { revokeOtherSessions } from '#app/domain/access/revoke-other-sessions.server.ts'
import { revokeSession } from '#app/domain/access/revoke-session.server.ts'
import { revokeOthersForm, revokeSessionForm, switchMembershipForm } from '#app/domain/access/rules.ts'
import { switchMembership } from '#app/domain/access/switch-membership.server.ts'
import { kindsFor } from '#app/domain/notices/kinds.ts'
import { requireActor } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { AccountFrame } from './account-frame.tsx'
import { Devices } from './devices.tsx'
import { FormProblem } from './fields.tsx'
import { portalOf } from './landing.ts'
import { Memberships } from './memberships.tsx'
import { tokenOf } from './session.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('account.title')} | ${t('app.name')}` }]

const notices = {
  perangkat: 'account.done_session',
  'semua-perangkat': 'account.done_sessions',
  'kata-sandi': 'password.change_done',
} as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const account = await getAccount(db, actor, await tokenOf(request), new Date())
  const done = new URL(request.url).searchParams.get('selesai') ?? ''
  const notice = Object.entries(notices).find(([name]) => name === done)?.[1]
  return {
    actor,
    ...account,
    mayHelp: may(actor, 'person.help_sign_in'),
    isTold: kindsFor(actor.role).length > 0,
    notice: notice && t(notice),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const token = await tokenOf(request)
  const form = await request.formData()
  if (form.has('toMembershipId'))
    return submit(form, actor, switchMembershipForm, async (input) => {
      const { kind } = await switchMembership(db, actor, { ...input, token }, new Date())
      return redirect(portalOf(kind))
    })
  if (form.has('sessionId'))
    return submit(form, actor, revokeSessionForm, async (input) => {
      await revokeSession(db, actor, input, new Date())
      return redirect(`${paths.account}?selesai=perangkat`)
    })
  return submit(form, actor, revokeOthersForm, async () => {
    await revokeOtherSessions(db, actor, { token }, new Date())
    return redirect(`${paths.account}?selesai=semua-perangkat`)
  })
}

export default function AccountPage() {
  const { actor, email, phone, memberships, sessions, mayHelp, isTold, notice } =
    useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.error?.['']
  const contact = email && phone ? say({ key: 'account.contact_both', phone, email }) : (email ?? phone ?? '')
  return (
    <AccountFrame actor={actor} title={actor.personName} notice={notice}>
      <FormProblem errors={problems} />
      <p>
        {t('account.signs_in_with')} <strong>{contact}</strong>
      </p>
      <ul className="doors">
        <li>
          <Link className="link" to={paths.password}>
            {t('password.change')}
          </Link>
        </li>
        {isTold && (
          <li>
            <Link className="link" to={paths.noticeSettings}>
              {t('news.settings')}
            </Link>
          </li>
        )}
        {mayHelp && (
          <li>
            <Link className="link" to={paths.helpSignIn}>
              {t('help.title')}
            </Link>
          </li>
        )}
      </ul>
      {memberships.length > 1 && <Memberships memberships={memberships} actor={actor} />}
      <Devices sessions={sessions} actor={actor} />
      <Form method="post" action={paths.signOut}>
        <button className="button second" type="submit">
          {t('account.sign_out')}
        </button>
      </Form>
    </AccountFrame>
  )
}
