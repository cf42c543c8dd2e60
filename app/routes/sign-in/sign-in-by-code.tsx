import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LinksFunction, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { redeemOneTimeCode } from '#app/domain/access/redeem-one-time-code.server.ts'
import { type RedeemCode, redeemCodeForm } from '#app/domain/access/rules.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Field } from '#app/ui/field.tsx'
import { FormProblem, IdentifierField, KnownDeviceField, NewPasswordField } from './fields.tsx'
import { SignInFrame } from './frame.tsx'
import { portalOf } from './landing.ts'
import { enter, visitorOf } from './session.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('code.title')} | ${t('app.name')}` }]

/** Never kept by the server: a page with a form for secrets. */
export const loader = () => null

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(await request.formData(), null, redeemCodeForm, async (input) => {
    const session = await redeemOneTimeCode(db, visitorOf(request, context), input, new Date())
    return enter(request, session, portalOf(session.kind))
  })
}

export default function SignInByCodePage() {
  const [form, fields] = useForm<RedeemCode>({ lastResult: useActionData<typeof action>() })
  return (
    <SignInFrame title={t('code.title')} rail={t('code.intro')}>
      <Form method="post" {...getFormProps(form)}>
        <FormProblem errors={form.errors} />
        <IdentifierField field={fields.identifier} />
        <Field
          field={fields.code}
          label={t('code.label')}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
        />
        <NewPasswordField field={fields.newPassword} />
        <KnownDeviceField field={fields.known} />
        <button className="button main" type="submit">
          {t('code.submit')}
        </button>
      </Form>
      <p className="small">
        <Link className="link" to={paths.signIn()}>
          {t('code.back')}
        </Link>
      </p>
    </SignInFrame>
  )
}
