import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import { keepsPeople } from '#app/domain/access/kinds.ts'
import { countNews } from '#app/domain/notices/inbox-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { Handle } from '#app/root.tsx'
import cooperativeUrl from '#app/styles/cooperative.css?url'
import membersUrl from '#app/styles/members.css?url'
import photosUrl from '#app/styles/photos.css?url'
import portalUrl from '#app/styles/portal.css?url'
import { Portal } from '../portal.tsx'
import { readAgainUnlessHeld } from './product-form/sending.ts'

export const handle = { hydrates: true } satisfies Handle
export const shouldRevalidate = readAgainUnlessHeld
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: portalUrl },
  { rel: 'stylesheet', href: photosUrl },
  { rel: 'stylesheet', href: cooperativeUrl },
  { rel: 'stylesheet', href: membersUrl },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireCooperative(request)
  const { personName, organisationName, role } = actor
  const newsCount = await countNews(db, actor)
  return { personName, organisationName, role, keepsPeople: keepsPeople(role), newsCount }
}

const places = [
  { to: paths.cooperative.home, text: t('cooperative.home') },
  { to: paths.cooperative.products, text: t('products.title') },
  { to: paths.cooperative.stock, text: t('stock_list.title') },
  { to: paths.cooperative.members, text: t('members.title') },
  { to: paths.cooperative.certificates, text: t('certificates.title') },
  { to: paths.cooperative.orders, text: t('orders.incoming') },
  { to: paths.cooperative.demand, text: t('demand.title') },
  { to: paths.cooperative.imports, text: t('import.link') },
]

export default function CooperativeLayout() {
  const actor = useLoaderData<typeof loader>()
  // A long task has a bar of its own: one way back, and what is saved.
  const isTask = useMatches().some(({ handle }) => (handle as { isTask?: boolean } | undefined)?.isTask)
  if (isTask) return <Outlet />
  return (
    <Portal
      actor={actor}
      label={t('cooperative.portal')}
      home={paths.cooperative.home}
      news={{ to: paths.cooperative.news, count: actor.newsCount }}
      links={
        actor.keepsPeople ? [...places, { to: paths.cooperative.people, text: t('people.title') }] : places
      }
    >
      <Outlet />
    </Portal>
  )
}
