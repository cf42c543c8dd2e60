import { Form, Link } from '@remix-run/react'
import type { Role } from '#app/domain/access/actors.ts'
import { keepsPeople, rolesOf } from '#app/domain/access/kinds.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { Field } from '#app/ui/field.tsx'
import { Remark } from './remark.tsx'
import type { StepProps } from './step.tsx'

export function PeopleStep({ application, form }: StepProps) {
  const { kind, people, remarks, next } = application
  const hasManager = people.some(({ role }) => keepsPeople(role))
  const roles: readonly Role[] = rolesOf[kind]
  const usual = hasManager ? (roles[1] ?? roles[0]) : roles[0]
  return (
    <>
      <Remark text={remarks.manager} />
      <p>{t('apply.people_help')}</p>
      {people.length > 0 && (
        <ul className="rows">
          {people.map(({ id, name, email, phone, role }) => (
            <li key={id}>
              <p>
                <strong>{name}</strong>
                <span className="quiet small">
                  {roleName(role)}, {phone ?? email}
                </span>
              </p>
              <Form method="post" reloadDocument>
                <button
                  className="button second dense"
                  type="submit"
                  name="applicantId"
                  value={id}
                  aria-label={say({ key: 'apply.person_remove_named', name })}
                >
                  {t('apply.person_remove')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {hasManager && (
        <Link className="button main" to={next}>
          {t('apply.people_next')}
        </Link>
      )}
      <Form method="post" reloadDocument autoComplete="off">
        <h2>{t(hasManager ? 'apply.person_add' : 'apply.person_add_first')}</h2>
        <Field label={t('people.invite_name')} field={form.field('name')} maxLength={100} required />
        <Field
          label={t('sign_in.identifier')}
          help={t('sign_in.identifier_help')}
          field={form.field('identifier')}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <Field label={t('people.role')} field={form.field('role', usual)}>
          {(control) => (
            <select {...control}>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleName(role)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button className={hasManager ? 'button second' : 'button main'} type="submit">
          {t('apply.person_add')}
        </button>
      </Form>
    </>
  )
}
