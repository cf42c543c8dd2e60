import { getFormProps, useForm } from '@conform-to/react'
import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/domain/access/change-password.server.ts'
import { type ChangePassword, changePasswordForm } from '#app/domain/access/rules.ts'
import { requireActor } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/sign-in.css?url'
import { Field } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { AccountFrame } from './account-frame.tsx'
import { FormProblem, NewPasswordField } from './fields.tsx'
import { tokenOf } from './session.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('password.change')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { actor: await requireActor(request) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const token = await tokenOf(request)
  return submit(await request.formData(), actor, changePasswordForm, async (input) => {
    await changePassword(db, actor, { ...input, token }, new Date())
    return redirect(`${paths.account}?selesai=kata-sandi`)
  })
}

export default function PasswordPage() {
  const { actor } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<ChangePassword>({ lastResult: useActionData<typeof action>() })
  return (
    <AccountFrame
      actor={actor}
      title={t('password.change')}
      back={{ to: paths.account, text: t('account.title') }}
    >
      <Form method="post" {...getFormProps(form)}>
        <MembershipField membershipId={actor.membershipId} />
        <FormProblem errors={form.errors} />
        <Field
          field={fields.password}
          label={t('password.present')}
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
        <NewPasswordField field={fields.newPassword} />
        <p className="small quiet">{t('password.change_help')}</p>
        <button className="button main" type="submit">
          {t('password.change')}
        </button>
      </Form>
    </AccountFrame>
  )
}
