import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import { countNews } from '#app/domain/notices/inbox-queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { Handle } from '#app/root.tsx'
import cooperativeUrl from '#app/styles/cooperative.css?url'
import membersUrl from '#app/styles/members.css?url'
import photosUrl from '#app/styles/photos.css?url'
import portalUrl from '#app/styles/portal.css?url'
import { readAgainUnlessHeld } from '../cooperative/product-form/sending.ts'
import { Portal } from '../portal.tsx'

export const handle = { hydrates: true } satisfies Handle
export const shouldRevalidate = readAgainUnlessHeld
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: portalUrl },
  { rel: 'stylesheet', href: photosUrl },
  { rel: 'stylesheet', href: cooperativeUrl },
  { rel: 'stylesheet', href: membersUrl },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireProducer(request)
  const { personName, producerName, role } = actor
  return { personName, organisationName: producerName, role, newsCount: await countNews(db, actor) }
}

const places = [
  { to: paths.producer.home, text: t('own.home') },
  { to: paths.producer.orders, text: t('own.orders') },
  { to: paths.producer.papers, text: t('certificates.title') },
  { to: paths.producer.profile, text: t('own.profile') },
  { to: paths.producer.data, text: t('own.data') },
]

export default function ProducerLayout() {
  const actor = useLoaderData<typeof loader>()
  // A long task has a bar of its own: one way back, and what is saved.
  const isTask = useMatches().some(({ handle }) => (handle as { isTask?: boolean } | undefined)?.isTask)
  if (isTask) return <Outlet />
  return (
    <Portal
      actor={actor}
      label={t('own.portal')}
      home={paths.producer.home}
      links={places}
      news={{ to: paths.producer.news, count: actor.newsCount }}
    >
      <Outlet />
    </Portal>
  )
}
