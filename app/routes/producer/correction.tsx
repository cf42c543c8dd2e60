import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { askCorrection } from '#app/domain/producers/ask-correction.server.ts'
import { askCorrectionForm, correctable } from '#app/domain/producers/rules.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('correction.ask')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  return { requestId: newId('request'), membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return submit(await request.formData(), producer, askCorrectionForm, async (typed) => {
    await askCorrection(db, producer, typed, new Date())
    return redirect(`${paths.producer.data}?terkirim`)
  })
}

export default function Correction() {
  const { requestId, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'betulkan')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.producer.data, text: t('own.data') }}
        title={t('correction.ask')}
        note={t('correction.ask_intro')}
      />
      <Form method="post" className="stacked" autoComplete="off">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="requestId" value={requestId} />
        <Field label={t('correction.field')} field={form.field('field')}>
          {(control) => (
            <select {...control}>
              {correctable.map((field) => (
                <option key={field} value={field}>
                  {t(`member.field.${field}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('correction.new_value')}
          field={form.field('newValue')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          required
        />
        <Field label={t('correction.note')} help={t('correction.note_help')} field={form.field('note')}>
          {(control) => <textarea {...control} rows={2} maxLength={300} />}
        </Field>
        <button className="button main" type="submit">
          {t('correction.ask')}
        </button>
      </Form>
    </main>
  )
}
