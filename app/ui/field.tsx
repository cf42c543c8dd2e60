import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Shape = { id: string; name: string; errors?: string[] | undefined; initialValue?: unknown }

type FieldProps = {
  label: ReactNode
  help?: ReactNode
  before?: ReactNode
  after?: ReactNode
  /** A field of Conform, or anything of its shape. */
  field: Shape
  /** The control, given what ties it to its label, help and problem. */
  children?: (control: ControlProps) => ReactNode
} & Omit<ComponentProps<'input'>, 'id' | 'name' | 'children'>

export type ControlProps = {
  id: string
  name: string
  defaultValue?: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

/** What ties a control to its label, its help and what is wrong with it. */
export function controlProps({ id, name, errors, initialValue }: Shape, hasHelp = false): ControlProps {
  const described = [hasHelp && `${id}-help`, errors?.length && `${id}-problem`].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(typeof initialValue === 'string' && { defaultValue: initialValue }),
    ...(errors?.length && { 'aria-invalid': true as const }),
    ...(described && { 'aria-describedby': described }),
  }
}

/** A label above, the control with its unit inside, help and what is wrong below. */
export function Field({ label, help, before, after, field, children, ...input }: FieldProps) {
  const control = controlProps(field, Boolean(help))
  return (
    <div className={field.errors?.length ? 'field wrong' : 'field'}>
      <label htmlFor={field.id}>{label}</label>
      <div className="box">
        {before && <span aria-hidden="true">{before}</span>}
        {children ? children(control) : <input {...control} {...input} />}
        {after && <span aria-hidden="true">{after}</span>}
      </div>
      {help && (
        <p className="help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <Problem id={field.id} errors={field.errors} />
    </div>
  )
}

/** What is wrong with a field, at the field. */
export function Problem({ id, errors }: { id: string; errors?: string[] | undefined }) {
  if (!errors?.length) return null
  return (
    <p className="problem" id={`${id}-problem`}>
      <Icon name="cross" />
      <span>{errors.join(' ')}</span>
    </p>
  )
}

/** What is wrong with a form as a whole, said aloud when it appears. */
export function FormProblem({ errors }: { errors?: string[] | null | undefined }) {
  if (!errors?.length) return null
  return (
    <p className="band stop" role="alert">
      <strong>{errors.join(' ')}</strong>
    </p>
  )
}
