import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOwn } from '#app/domain/producers/own-queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { PhotosForm } from '../members/photos.tsx'
import { takeProducerPhotos } from '../members/take-photos.server.ts'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('member.photos')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const { id, name, photos } = await orErrorPage(requireOwn(db, producer, dayOf(new Date())))
  return { producerId: id, name, photos, membershipId: producer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const form = await request.formData()
  return takeProducerPhotos(producer, form, producer.producerId, paths.producer.profilePhotos)
}

export default function ProfilePhotos() {
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.producer.profile, text: t('own.profile') }} title={t('member.photos')} />
      <PhotosForm
        {...useLoaderData<typeof loader>()}
        photosAt={paths.producer.photos}
        result={useActionData<typeof action>()}
      />
    </main>
  )
}
