import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listToLookAt } from '#app/domain/certificates/verifier-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import papersUrl from '#app/styles/papers.css?url'
import { Icon } from '#app/ui/icon.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction = () => [{ title: `${t('certificate.queue')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return { ...(await listToLookAt(db, operator, after)), isFirst: !after, now: new Date() }
}

export default function OperatorPapers() {
  const { page, next, isFirst, now } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('certificate.queue')}</h1>
          <p className="quiet">{t('certificate.queue_why')}</p>
        </div>
      </header>
      {page.length === 0 ? (
        <p className="empty">{t('certificate.queue_empty')}</p>
      ) : (
        <ul className="papers-queue">
          {page.map(({ id, kind, number, holder, cooperativeName, createdAt, isSample }) => (
            <li key={id}>
              <div>
                <Link to={paths.operator.paper(id)}>
                  {t(`certificate.kind.${kind}`)}, {holder}
                </Link>
                <span className="quiet small">{cooperativeName}</span>
              </div>
              <span className="digits small">{isSample ? t('certificate.is.sample') : number}</span>
              <span className="status wait">
                <Icon name="clock" />
                {say({ key: 'task.waits', wait: formatWait(createdAt, now) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('certificates.pages')}>
          {!isFirst && (
            <Link className="button second" to={paths.operator.papers}>
              {t('certificates.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={`${paths.operator.papers}?sesudah=${next}`}>
              {t('certificates.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}
