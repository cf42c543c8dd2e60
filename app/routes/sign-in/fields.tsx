import type { ComponentProps } from 'react'
import { t } from '#app/messages/say.ts'
import { Field } from '#app/ui/field.tsx'

type Shape = ComponentProps<typeof Field>['field']

/** Number or e-mail: what people are known by. */
export function IdentifierField({ field }: { field: Shape }) {
  return (
    <Field
      field={field}
      label={t('sign_in.identifier')}
      help={t('sign_in.identifier_help')}
      type="text"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}

export function NewPasswordField({ field }: { field: Shape }) {
  return (
    <Field
      field={field}
      label={t('password.new')}
      help={t('password.new_help')}
      type="password"
      autoComplete="new-password"
      minLength={8}
      maxLength={200}
      required
    />
  )
}

/** Whether this device stays signed in for long. */
export function KnownDeviceField({ field }: { field: Shape }) {
  return (
    <label className="check">
      <input type="checkbox" name={field.name} defaultChecked={field.initialValue === 'on'} />
      <span>
        {t('sign_in.known')}
        <small>{t('sign_in.known_help')}</small>
      </span>
    </label>
  )
}

/** What is wrong with the form as a whole. */
export function FormProblem({ errors }: { errors?: string[] | null | undefined }) {
  if (!errors?.length) return null
  return (
    <p className="band stop" role="alert">
      {errors.join(' ')}
    </p>
  )
}
