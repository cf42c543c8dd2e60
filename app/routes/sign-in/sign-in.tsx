import { getFormProps, useForm } from '@conform-to/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { type SignIn, signInForm } from '#app/domain/access/rules.ts'
import { signIn } from '#app/domain/access/sign-in.server.ts'
import { maybeActor } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Field } from '#app/ui/field.tsx'
import { FormProblem, IdentifierField, KnownDeviceField } from './fields.tsx'
import { SignInFrame } from './frame.tsx'
import { backPath, kindOf, landing } from './landing.ts'
import { enter, visitorOf } from './session.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('sign_in.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await maybeActor(request)
  if (actor) throw redirect(landing(actor.kind, back(request)))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(await request.formData(), null, signInForm, async (input) => {
    const kind = kindOf(back(request))
    const session = await signIn(db, visitorOf(request, context), { ...input, kind }, new Date())
    return enter(request, session, landing(session.kind, back(request)))
  })
}

const back = (request: Request) => backPath(new URL(request.url).searchParams.get('ke'))

export default function SignInPage() {
  const [form, fields] = useForm<SignIn>({ lastResult: useActionData<typeof action>() })
  return (
    <SignInFrame title={t('sign_in.title')} rail={t('sign_in.who')}>
      <Form method="post" {...getFormProps(form)}>
        <FormProblem errors={form.errors} />
        <IdentifierField field={fields.identifier} />
        <Field
          field={fields.password}
          label={t('password.label')}
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
        <KnownDeviceField field={fields.known} />
        <button className="button main" type="submit">
          {t('sign_in.submit')}
        </button>
      </Form>
      <p className="small quiet">
        {t('sign_in.forgot')} {t('sign_in.forgot_how')}{' '}
        <Link className="link" to={paths.signInByCode}>
          {t('sign_in.forgot_link')}
        </Link>
        .
      </p>
      <p className="small quiet">
        {t('apply.link_sign_in')}{' '}
        <Link className="link" to={paths.apply}>
          {t('apply.title')}
        </Link>
      </p>
    </SignInFrame>
  )
}
