import {
  type ActionFunctionArgs,
  type LinksFunction,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { startForm } from '#app/domain/onboarding/rules.ts'
import { startApplication } from '#app/domain/onboarding/start-application.server.ts'
import { maybeActor } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import stylesUrl from '#app/styles/onboarding.css?url'
import { Field, FormProblem, Problem } from '#app/ui/field.tsx'
import { visitorOf } from '../sign-in/session.server.ts'
import { ApplyFrame } from './frame.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesUrl }]
export const meta: MetaFunction = () => [
  { title: `${t('apply.title')} | ${t('app.name')}` },
  { name: 'description', content: t('apply.lead') },
]

export async function action({ request, context }: ActionFunctionArgs) {
  return submit(await request.formData(), null, startForm, async (input) => {
    const actor = await maybeActor(request)
    const visitor = visitorOf(request, context)
    const { token } = await startApplication(db, visitor, { ...input, actor }, new Date())
    return redirectDocument(paths.application(token))
  })
}

const needs = ['deed', 'npwp', 'ktp', 'account'] as const

export default function StartPage() {
  const form = answeredForm(useActionData<typeof action>(), 'daftar')
  const kind = form.field('kind', 'cooperative')
  return (
    <ApplyFrame title={t('apply.title')}>
      <p className="lead">{t('apply.lead')}</p>
      <section className="needs" aria-labelledby="perlu">
        <h2 id="perlu">{t('apply.needs')}</h2>
        <ol>
          {needs.map((paper) => (
            <li key={paper}>{t(`apply.needs_${paper}`)}</li>
          ))}
        </ol>
        <p className="small quiet">{t('apply.needs_photo')}</p>
      </section>
      <FormProblem errors={form.errors} />
      <Form method="post" reloadDocument>
        <fieldset className={kind.errors ? 'field wrong' : 'field'}>
          <legend>{t('apply.kind')}</legend>
          <div className="kinds">
            {(['cooperative', 'retail_chain'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="kind" value={one} defaultChecked={kind.initialValue === one} />
                {t(`apply.kind.${one}`)}
              </label>
            ))}
          </div>
          <Problem id={kind.id} errors={kind.errors} />
        </fieldset>
        <Field
          label={t('apply.legal_name')}
          help={t('apply.legal_name_help')}
          field={form.field('legalName')}
          maxLength={150}
          autoComplete="organization"
          required
        />
        <Field
          label={t('apply.filer')}
          help={t('apply.filer_help')}
          field={form.field('filerName')}
          maxLength={100}
          autoComplete="name"
          required
        />
        <button className="button main" type="submit">
          {t('apply.start')}
        </button>
      </Form>
      <p className="small quiet">{t('apply.continue_hint')}</p>
    </ApplyFrame>
  )
}
