import { Form, Link } from '@remix-run/react'
import { itemsOf } from '#app/domain/onboarding/checklist.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import type { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { Field } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import type { Application } from './application.tsx'

type Form_ = ReturnType<typeof answeredForm>
type Props = { application: Application; isWhole: boolean; form: Form_ }

/** The three answers: let in when everything holds, give back item by item, or refuse. */
export function Decision({ application, isWhole, form }: Props) {
  const { membershipId, version, kind } = application
  const applicantKind = kind === 'cooperative' ? 'cooperative' : 'retail_chain'
  const hidden = (
    <>
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <section className="decision" aria-labelledby="putusan">
      <h2 id="putusan" className="visually-hidden">
        {t('applications.decided')}
      </h2>
      {isWhole && (
        <Form method="post">
          {hidden}
          <button className="button main" type="submit" name="intent" value="approve">
            {t('applications.approve')}
          </button>
        </Form>
      )}
      <details>
        <summary className="button second">{t('applications.ask')}</summary>
        <Form method="post">
          {hidden}
          <p className="quiet small">{t('applications.ask_help')}</p>
          {itemsOf(applicantKind).map((item) => (
            <Field
              key={item}
              label={remarkLabel(item)}
              field={form.field(`remarks.${item}`)}
              maxLength={300}
            />
          ))}
          <Field label={t('applications.ask_note')} field={form.field('reason')} maxLength={500} />
          <button className="button main" type="submit" name="intent" value="ask">
            {t('applications.ask_send')}
          </button>
        </Form>
      </details>
      <details>
        <summary className="button danger">{t('applications.refuse')}</summary>
        <Form method="post">
          {hidden}
          <Field
            label={t('applications.refuse_reason')}
            help={t('applications.refuse_help')}
            field={{ ...form.field('reason'), id: 'tolak-sebab' }}
            maxLength={500}
            required
          />
          <button className="button danger" type="submit" name="intent" value="refuse">
            {t('applications.refuse_send')}
          </button>
        </Form>
      </details>
    </section>
  )
}

type RemarkItem = ReturnType<typeof itemsOf>[number]

function remarkLabel(item: RemarkItem): string {
  const paper = item.startsWith('paper_') ? item.slice('paper_'.length) : undefined
  return paper ? t(`apply.paper.${paper as 'deed'}`) : t(`item.${item as 'name'}`)
}

/** How the first manager's invitation stands, after an approval; made anew it is among the organisation's people. */
export function First({ application: { first, organisationId, now } }: { application: Application }) {
  if (!organisationId) return null
  return (
    <p className={first && !first.acceptedAt ? 'band info' : 'band ok'}>
      {first && <span>{invitationText(first, now)}</span>}
      <Link className="link" to={paths.operator.organisation(organisationId)}>
        {t('applications.first_people')}
      </Link>
    </p>
  )
}

function invitationText(first: NonNullable<Application['first']>, now: Date): string {
  const { personName: name, acceptedAt, revokedAt, expiresAt } = first
  if (acceptedAt) return say({ key: 'applications.first_accepted', name })
  if (revokedAt || expiresAt <= now) return say({ key: 'applications.first_over', name })
  return say({ key: 'applications.first_waits', name, until: formatInstant(expiresAt) })
}
