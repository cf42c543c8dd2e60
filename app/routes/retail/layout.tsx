import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { keepsPeople } from '#app/domain/access/kinds.ts'
import { countNews } from '#app/domain/notices/inbox-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import type { Handle } from '#app/root.tsx'
import portalUrl from '#app/styles/portal.css?url'
import retailUrl from '#app/styles/retail.css?url'
import { Portal } from '../portal.tsx'

export const handle = { hydrates: true } satisfies Handle
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: portalUrl },
  { rel: 'stylesheet', href: retailUrl },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  const { personName, organisationName, role } = member
  const newsCount = await countNews(db, member)
  return { actor: { personName, organisationName, role }, keeps: keepsPeople(role), newsCount }
}

export default function RetailLayout() {
  const { actor, keeps, newsCount } = useLoaderData<typeof loader>()
  return (
    <Portal
      actor={actor}
      label={t('retail.portal')}
      home={paths.retail.home}
      news={{ to: paths.retail.news, count: newsCount }}
      links={[
        { to: paths.retail.home, text: t('retail.home') },
        { to: paths.retail.catalogue, text: t('retail.catalogue') },
        { to: paths.retail.stores, text: t('retail.stores') },
        { to: paths.retail.orders, text: t('orders.placed') },
        { to: paths.retail.rules, text: t('chain_rule.title') },
        ...(keeps ? [{ to: paths.retail.people, text: t('people.title') }] : []),
      ]}
    >
      <Outlet />
    </Portal>
  )
}
