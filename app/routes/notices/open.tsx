import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { switchMembershipForm } from '#app/domain/access/rules.ts'
import { switchMembership } from '#app/domain/access/switch-membership.server.ts'
import { getNotice } from '#app/domain/notices/inbox-queries.server.ts'
import { isKind } from '#app/domain/notices/kinds.ts'
import { markRead } from '#app/domain/notices/mark-read.server.ts'
import { getWholeId } from '#app/domain/notices/whole-queries.server.ts'
import { requireActor } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { AccountFrame } from '../sign-in/account-frame.tsx'
import { tokenOf } from '../sign-in/session.server.ts'
import { inboxOf, linkOf } from './links.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('news.title')} | ${t('app.name')}` }]

/** Where mails and phones lead: marks the notice as read and goes on to the thing, in the organisation it is of. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!params.id) throw redirect(inboxOf(actor.kind))
  const notice = await getNotice(db, actor, params.id)
  if (!notice || !isKind(notice.kind)) throw await orErrorPage(Promise.reject(notFound()))
  if (notice.membershipId === actor.membershipId) {
    await markRead(db, actor, { noticeId: notice.id }, new Date())
    const whole = await getWholeId(db, notice.kind, notice.aboutId)
    throw redirect(linkOf(notice.kind, actor.kind, notice.aboutId, whole))
  }
  const { membershipId: toMembershipId, membership } = notice
  return { actor, toMembershipId, organisation: membership.organisation.shortName }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const token = await tokenOf(request)
  return submit(await request.formData(), actor, switchMembershipForm, async (input) => {
    await switchMembership(db, actor, { ...input, token }, new Date())
    return redirect(paths.notice(params.id ?? ''))
  })
}

export default function NoticeElsewhere() {
  const { actor, toMembershipId, organisation } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.error?.['']
  return (
    <AccountFrame actor={actor} title={say({ key: 'news.elsewhere', organisation })}>
      <FormProblem errors={problems} />
      <p>{say({ key: 'news.elsewhere_why', organisation: actor.organisationName })}</p>
      <Form method="post">
        <MembershipField membershipId={actor.membershipId} />
        <input type="hidden" name="toMembershipId" value={toMembershipId} />
        <button className="button main" type="submit">
          {say({ key: 'news.switch', organisation })}
        </button>
      </Form>
    </AccountFrame>
  )
}
