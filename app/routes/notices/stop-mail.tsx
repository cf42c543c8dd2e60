import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { membershipOf, unsubscribe } from '#app/domain/notices/unsubscribe.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
// The address is a way in for one thing; it is nobody else's.
export const meta: MetaFunction = () => [
  { title: `${t('stop.title')} | ${t('app.name')}` },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
]

/** Looking at it ends nothing: programs that read mail open every link. */
export async function loader({ params }: LoaderFunctionArgs) {
  if (!membershipOf(params.token ?? '')) throw data(t('error.not_found'), { status: 404 })
  return null
}

/** A button here, or one click in the mail program (RFC 8058), without a sign-in. */
export async function action({ params }: ActionFunctionArgs) {
  await orErrorPage(unsubscribe(db, { token: params.token ?? '' }, new Date()))
  return { isDone: true }
}

export default function StopMail() {
  const isDone = useActionData<typeof action>()?.isDone
  return (
    <div className="sign-in">
      <main>
        <div className="bay">
          <h1>{t(isDone ? 'stop.done' : 'stop.title')}</h1>
          <p role={isDone ? 'status' : undefined}>{t(isDone ? 'stop.done_why' : 'stop.ask')}</p>
          {!isDone && (
            <Form method="post">
              <button className="button main" type="submit">
                {t('stop.do')}
              </button>
            </Form>
          )}
        </div>
      </main>
    </div>
  )
}
