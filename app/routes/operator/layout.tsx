import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { countNews } from '#app/domain/notices/inbox-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { Handle } from '#app/root.tsx'
import cooperativeUrl from '#app/styles/cooperative.css?url'
import membersUrl from '#app/styles/members.css?url'
import portalUrl from '#app/styles/portal.css?url'
import { Portal } from '../portal.tsx'

export const handle = { hydrates: true } satisfies Handle
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: portalUrl },
  { rel: 'stylesheet', href: cooperativeUrl },
  { rel: 'stylesheet', href: membersUrl },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireOperator(request)
  const { personName, organisationName, role } = actor
  return { personName, organisationName, role, newsCount: await countNews(db, actor) }
}

const places = [
  { to: paths.operator.home, text: t('operator.nav') },
  { to: paths.operator.members, text: t('verify.nav') },
  { to: paths.operator.papers, text: t('certificate.queue') },
  { to: paths.operator.applications, text: t('applications.title') },
  { to: paths.operator.organisations, text: t('organisations.title') },
  { to: paths.operator.searches, text: t('demand.searches') },
  { to: paths.operator.synonyms, text: t('synonym.nav') },
  { to: paths.operator.people, text: t('people.title') },
]

export default function OperatorLayout() {
  const actor = useLoaderData<typeof loader>()
  return (
    <Portal
      actor={actor}
      label={t('operator.portal')}
      home={paths.operator.home}
      links={places}
      news={{ to: paths.operator.news, count: actor.newsCount }}
    >
      <Outlet />
    </Portal>
  )
}
