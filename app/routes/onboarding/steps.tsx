import { Form } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { Field } from '#app/ui/field.tsx'
import { Remark } from './remark.tsx'
import type { StepProps } from './step.tsx'

const Save = () => (
  <button className="button main" type="submit">
    {t('apply.save')}
  </button>
)

export function NameStep({ application, form }: StepProps) {
  const { kind, legalName, shortName, villageCode, villages, remarks } = application
  const isChain = kind === 'retail_chain'
  const cities = [...new Set(villages.map(({ city }) => city.name))]
  return (
    <Form method="post" reloadDocument>
      <Remark text={remarks.name} />
      <Field
        label={t('apply.legal_name')}
        help={t(isChain ? 'apply.legal_name_help_chain' : 'apply.legal_name_help')}
        field={form.field('legalName', legalName ?? '')}
        maxLength={150}
        autoComplete="organization"
      />
      <Field
        label={t('apply.short_name')}
        help={t('apply.short_name_help')}
        field={form.field('shortName', shortName ?? '')}
        maxLength={60}
        autoComplete="off"
      />
      {!isChain && (
        <>
          <Remark text={remarks.village} />
          <Field label={t('apply.village')} field={form.field('villageCode', villageCode ?? '')}>
            {(control) => (
              <select {...control}>
                <option value="">{t('apply.village_choose')}</option>
                {cities.map((city) => (
                  <optgroup key={city} label={city}>
                    {villages
                      .filter((village) => village.city.name === city)
                      .map(({ code, name, district }) => (
                        <option key={code} value={code}>
                          {name}, {district}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
      <Save />
    </Form>
  )
}

export function NumbersStep({ application, form }: StepProps) {
  const { kind, ahuNumber, nikKoperasi, nib, npwp, remarks } = application
  const number = { inputMode: 'numeric', autoComplete: 'off', maxLength: 40 } as const
  return (
    <Form method="post" reloadDocument>
      {kind === 'cooperative' ? (
        <>
          <Remark text={remarks.ahu} />
          <Field
            label={t('apply.ahu')}
            help={t('apply.ahu_help')}
            field={form.field('ahuNumber', ahuNumber ?? '')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
          <figure className="paper">
            <figcaption>{t('apply.ahu_paper')}</figcaption>
            <p>{t('apply.ahu_paper_kop')}</p>
            <p>
              <mark>{t('apply.ahu_paper_number')}</mark>
            </p>
            <p>{t('apply.ahu_paper_about')}</p>
          </figure>
          <Remark text={remarks.nik_koperasi} />
          <Field
            label={t('apply.nik_koperasi')}
            help={t('apply.nik_koperasi_help')}
            field={form.field('nikKoperasi', nikKoperasi ?? '')}
            {...number}
          />
        </>
      ) : (
        <>
          <Remark text={remarks.nib} />
          <Field
            label={t('apply.nib')}
            help={t('apply.nib_help')}
            field={form.field('nib', nib ?? '')}
            {...number}
          />
        </>
      )}
      <Remark text={remarks.npwp} />
      <Field
        label={t('apply.npwp')}
        help={t('apply.npwp_help')}
        field={form.field('organisationNpwp', npwp ?? '')}
        {...number}
      />
      <Save />
    </Form>
  )
}

export function AccountStep({ application, form }: StepProps) {
  const { bank, accountEnd, accountHolder, remarks } = application
  return (
    <Form method="post" reloadDocument autoComplete="off">
      <Remark text={remarks.account} />
      <Field label={t('apply.bank')} field={form.field('bank', bank ?? '')} maxLength={60} />
      <Field
        label={t('apply.account')}
        help={accountEnd ? say({ key: 'apply.account_kept', end: accountEnd }) : t('apply.account_help')}
        field={form.field('account')}
        inputMode="numeric"
        maxLength={30}
      />
      <Field
        label={t('apply.account_holder')}
        help={t('apply.account_holder_help')}
        field={form.field('accountHolder', accountHolder ?? '')}
        maxLength={100}
      />
      <Save />
    </Form>
  )
}
