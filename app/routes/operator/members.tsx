import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listRequestsForOperator } from '#app/domain/producers/request-queries.server.ts'
import { listToVerify } from '#app/domain/producers/verifier-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { RequestList } from '../members/requests.tsx'

export const meta: MetaFunction = () => [{ title: `${t('verify.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const now = new Date()
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const [list, requests] = await Promise.all([
    listToVerify(db, operator, after),
    listRequestsForOperator(db, operator, now),
  ])
  return { ...list, requests, now }
}

export default function OperatorMembers() {
  const { page, next, requests, now } = useLoaderData<typeof loader>()
  const producerOf = (id: string) => requests.find((one) => one.id === id)?.producerId ?? ''
  return (
    <main className="page">
      <header>
        <h1>{t('verify.title')}</h1>
      </header>
      {requests.length > 0 && (
        <RequestList
          requests={requests}
          now={now}
          to={(id) => paths.operator.memberRequest(producerOf(id), id)}
        />
      )}
      {page.length === 0 ? (
        <p className="empty">{t('verify.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('verify.intro')}</p>
          <ul className="members">
            {page.map(({ id, name, cooperativeName, since, isSample }) => (
              <li key={id}>
                <div>
                  <Link to={paths.operator.member(id)}>{name}</Link>
                  <span className="quiet small">{cooperativeName}</span>
                </div>
                <span className="small">{isSample && t('member.sample')}</span>
                <span className="small quiet">{formatWait(since, now)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {next && (
        <nav className="pages" aria-label={t('members.pages')}>
          <Link className="button second" to={`${paths.operator.members}?sesudah=${next}`}>
            {t('members.next')}
          </Link>
        </nav>
      )}
    </main>
  )
}
