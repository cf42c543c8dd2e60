import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listOrganisations } from '#app/domain/organisations/all-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { PageHead } from '../page-head.tsx'

export const meta: MetaFunction = () => [{ title: `${t('organisations.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return listOrganisations(db, operator, after)
}

export default function Organisations() {
  const { page, next } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <PageHead title={t('organisations.title')} note={t('organisations.intro')} />
      {page.length === 0 && <p className="empty">{t('organisations.none')}</p>}
      <ul className="members">
        {page.map(({ id, name, kind, villageName, people, needsHelp }) => (
          <li key={id}>
            <div>
              <Link to={paths.operator.organisation(id)}>{name}</Link>
              <span className="quiet small">
                {[t(`organisations.kind.${kind}`), villageName].filter(Boolean).join(', ')}
              </span>
            </div>
            {needsHelp ? (
              <span className="status wait">{t(people ? 'organisations.one' : 'organisations.nobody')}</span>
            ) : (
              <span className="small">{say({ key: 'organisations.people', count: people })}</span>
            )}
          </li>
        ))}
      </ul>
      {next && (
        <nav className="pages" aria-label={t('organisations.pages')}>
          <Link className="button second" to={`${paths.operator.organisations}?sesudah=${next}`}>
            {t('organisations.next')}
          </Link>
        </nav>
      )}
    </main>
  )
}
