import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getPreferences } from '#app/domain/notices/preference-queries.server.ts'
import { getPushKeys } from '#app/domain/notices/push-keys.server.ts'
import { preferencesForm } from '#app/domain/notices/rules.ts'
import { setPreferences } from '#app/domain/notices/set-preferences.server.ts'
import { getQuietHours } from '#app/domain/settings/queries.server.ts'
import { requireActor } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import type { Handle } from '#app/root.tsx'
import newsUrl from '#app/styles/news.css?url'
import stylesUrl from '#app/styles/sign-in.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { AccountFrame } from '../sign-in/account-frame.tsx'
import { PhoneNews } from './phone-news.tsx'

// Only the button for this phone needs scripts; the choices work without.
export const handle = { hydrates: true } satisfies Handle
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'stylesheet', href: newsUrl },
]
export const meta: MetaFunction = () => [{ title: `${t('news.settings')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [preferences, { publicKey }, quiet] = await Promise.all([
    getPreferences(db, actor, new Date()),
    getPushKeys(db),
    getQuietHours(db, dayOf(new Date())),
  ])
  const isSaved = new URL(request.url).searchParams.has('tersimpan')
  return { actor, ...preferences, publicKey, quiet, isSaved }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  return submit(await request.formData(), actor, preferencesForm, async (input) => {
    await setPreferences(db, actor, input, new Date())
    return redirect(`${paths.noticeSettings}?tersimpan`)
  })
}

export default function NoticeSettings() {
  const { actor, kinds, email, mailIsOff, publicKey, quiet, isSaved } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.error?.['']
  return (
    <AccountFrame
      actor={actor}
      title={say({ key: 'prefer.title', organisation: actor.organisationName })}
      back={{ to: paths.account, text: t('account.title') }}
      notice={isSaved && !problems ? t('prefer.saved') : undefined}
    >
      <FormProblem errors={problems} />
      <p>{t('prefer.why')}</p>
      {!email && <p className="band wait">{t('prefer.no_email')}</p>}
      {email && mailIsOff && <p className="band wait">{t('prefer.mail_off')}</p>}
      <Form method="post" className="preferences">
        <MembershipField membershipId={actor.membershipId} />
        {kinds.map((one) => (
          <fieldset key={one.kind}>
            <legend>{t(`kind.${one.kind}`)}</legend>
            {one.waits ? (
              // What waits cannot be hidden; the box says so and is not sent.
              <Tick label={`${t('prefer.inbox')}: ${t('prefer.always').toLowerCase()}`} isOn isFixed />
            ) : (
              <Tick label={t('prefer.inbox')} value={`${one.kind}/inbox`} isOn={one.inbox} />
            )}
            <Tick label={t('prefer.mail')} value={`${one.kind}/mail`} isOn={one.mail} />
            <Tick label={t('prefer.push')} value={`${one.kind}/push`} isOn={one.push} />
          </fieldset>
        ))}
        <button className="button main" type="submit">
          {t('prefer.save')}
        </button>
      </Form>
      <PhoneNews publicKey={publicKey} membershipId={actor.membershipId} quiet={quiet} />
    </AccountFrame>
  )
}

type TickProps = { label: string; value?: string; isOn: boolean; isFixed?: boolean }

function Tick({ label, value, isOn, isFixed }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" name="on" value={value} defaultChecked={isOn} disabled={isFixed} />
      <span>{label}</span>
    </label>
  )
}
