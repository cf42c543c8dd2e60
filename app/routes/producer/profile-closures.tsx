import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOwn } from '#app/domain/producers/own-queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { ClosuresForm } from '../members/closures.tsx'
import { takeClosure } from '../members/take-closure.server.ts'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('closure.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const today = dayOf(new Date())
  const { closures } = await orErrorPage(requireOwn(db, producer, today))
  return { closures, today, closureId: newId('closure'), membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const form = await request.formData()
  return takeClosure(producer, form, producer.producerId, paths.producer.profileClosures)
}

export default function ProfileClosures() {
  const data = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.producer.profile, text: t('own.profile') }} title={t('closure.title')} />
      <ClosuresForm key={data.closures.length} {...data} result={useActionData<typeof action>()} />
    </main>
  )
}
