import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askErasure } from '#app/domain/producers/ask-erasure.server.ts'
import { askErasureForm } from '#app/domain/producers/rules.ts'
import { getPersonalDataHours } from '#app/domain/settings/queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { ErasureForm } from '../members/erasure-form.tsx'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('erase.ask')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const hours = await getPersonalDataHours(db, dayOf(new Date()))
  return { hours, requestId: newId('request'), membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const form = await request.formData()
  form.set('producerId', producer.producerId)
  return submit(form, producer, askErasureForm, async (input) => {
    await askErasure(db, producer, input, new Date())
    return redirect(`${paths.producer.data}?terkirim`)
  })
}

export default function Erasure() {
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.producer.data, text: t('own.data') }} title={t('erase.ask')} />
      <ErasureForm
        {...useLoaderData<typeof loader>()}
        ask={t('erase.ask')}
        result={useActionData<typeof action>()}
      />
    </main>
  )
}
