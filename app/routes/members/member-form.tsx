import type { SubmissionResult } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import type { Day } from '#app/platform/calendar.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { CategoriesField } from './categories-field.tsx'
import { ConsentFields } from './consent-fields.tsx'
import type { Member } from './record.tsx'
import { VillageField } from './village-field.tsx'

type Props = {
  member: Member
  villages: { code: string; name: string; isOwn: boolean }[]
  categories: { slug: string; name: string }[]
  today: Day
  membershipId: string
  result: SubmissionResult<string[]> | undefined
}
type Fields = ReturnType<typeof answeredForm>

/** Everything of a member in one form. Secrets are never drawn: what is kept is named, and an empty field leaves it. */
export function MemberForm({ member, villages, categories, today, membershipId, result }: Props) {
  const form = answeredForm(result, 'anggota')
  const isSending = useNavigation().state === 'submitting'
  const { record } = member
  return (
    <Form method="post" className="stacked member-form" autoComplete="off">
      <FormProblem errors={form.errors} />
      {result?.initialValue && <p className="band wait">{t('member.typed_again')}</p>}
      <MembershipField membershipId={membershipId} />
      <input
        type="hidden"
        name="version"
        value={form.field('version', String(record?.version ?? 0)).initialValue}
      />
      <section aria-labelledby="umum">
        <h2 id="umum">{t('member.public')}</h2>
        <Field
          label={t('member.name')}
          help={t('member.name_help')}
          field={form.field('name', member.name)}
          autoComplete="off"
          maxLength={80}
        />
        <VillageField field={form.field('villageCode', member.villageCode)} villages={villages} />
        <Field
          label={t('member.story')}
          help={t('member.story_help')}
          field={form.field('story', member.story)}
        >
          {(control) => <textarea {...control} rows={4} maxLength={2000} />}
        </Field>
        <CategoriesField
          categories={categories}
          chosen={member.categories.map(({ slug }) => slug)}
          result={result}
        />
      </section>
      <section aria-labelledby="tertutup">
        <h2 id="tertutup">{t('member.private')}</h2>
        {!member.consent && <ConsentFields consent={form.field('consent')} way={form.field('consentWay')} />}
        <Field
          label={t('member.owner')}
          help={t('member.owner_help')}
          field={form.field('ownerName', record?.ownerName)}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={100}
        />
        <Field
          label={t('member.nik')}
          help={record?.nik ? say({ key: 'member.kept_as', masked: record.nik }) : t('member.nik_help')}
          field={form.field('nik')}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={24}
        />
      </section>
      <Permits form={form} record={record} today={today} />
      <Payment form={form} record={record} />
      <div className="send">
        <button className="button main" type="submit" aria-busy={isSending}>
          {isSending ? t('form.sending') : t('member.save')}
        </button>
      </div>
    </Form>
  )
}

type SectionProps = { form: Fields; record: Member['record'] }

function Permits({ form, record, today }: SectionProps & { today: Day }) {
  const isPkp = form.field('isPkp', record?.isPkp ? 'on' : undefined)
  return (
    <section aria-labelledby="izin">
      <h2 id="izin">{t('member.permits')}</h2>
      <Field
        label={t('member.nib')}
        help={t('member.nib_help')}
        field={form.field('nib', record?.nib ?? undefined)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <label className="check">
        <input type="checkbox" name="isPkp" defaultChecked={isPkp.initialValue === 'on'} />
        <span>
          {t('member.is_pkp')}
          <small>{t('member.is_pkp_help')}</small>
        </span>
      </label>
      <Field
        label={t('member.npwp')}
        help={record?.hasNpwp ? t('member.kept') : t('member.npwp_help')}
        field={form.field('npwp')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={26}
      />
      <Field
        label={t('member.statement_on')}
        help={t('member.statement_help')}
        field={form.field('statementOn', record?.statementOn ?? undefined)}
        type="date"
        max={today}
      />
    </section>
  )
}

function Payment({ form, record }: SectionProps) {
  return (
    <section aria-labelledby="bayar">
      <h2 id="bayar">{t('member.payment')}</h2>
      <Field
        label={t('member.bank')}
        field={form.field('bank', record?.bank ?? undefined)}
        autoComplete="off"
        maxLength={60}
      />
      <Field
        label={t('member.account')}
        {...(record?.account && { help: say({ key: 'member.kept_as', masked: record.account }) })}
        field={form.field('account')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
      />
      <Field
        label={t('member.account_holder')}
        field={form.field('accountHolder', record?.accountHolder ?? undefined)}
        autoComplete="off"
        autoCapitalize="words"
        maxLength={100}
      />
    </section>
  )
}
