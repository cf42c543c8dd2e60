import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { PhotosForm } from '../members/photos.tsx'
import { takeProducerPhotos } from '../members/take-photos.server.ts'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('member.photos')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const member = await orErrorPage(requireMember(db, officer, params.id ?? '', dayOf(new Date())))
  return { id: member.id, name: member.name, photos: member.photos, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const id = params.id ?? ''
  return takeProducerPhotos(officer, await request.formData(), id, paths.cooperative.memberPhotos(id))
}

export default function MemberPhotos() {
  const { id, ...rest } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead back={{ to: paths.cooperative.member(id), text: rest.name }} title={t('member.photos')} />
      <PhotosForm
        producerId={id}
        {...rest}
        photosAt={paths.cooperative.photos}
        result={useActionData<typeof action>()}
      />
    </main>
  )
}
