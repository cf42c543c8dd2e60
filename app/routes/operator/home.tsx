import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listReviews } from '#app/domain/imports/review-queries.server.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { listDecidedByOperator, listForOperator } from '#app/domain/proposals/waiting-queries.server.ts'
import { readSearchState } from '#app/domain/search/state-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ImportReviews } from '../imports/reviews.tsx'
import { Thumb } from '../thumb.tsx'
import { PassedOn, ProposalMark } from '../waiting.tsx'
import { SearchState } from './search-state.tsx'

export const meta: MetaFunction = () => [{ title: `${t('operator.queue')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const [queue, reviews, decided, search] = await Promise.all([
    listForOperator(db, operator, after),
    listReviews(db, operator),
    listDecidedByOperator(db, operator),
    readSearchState(db, operator),
  ])
  const ids = queue.page.map(({ id }) => id)
  const passedOn = await listPassedOn(db, 'proposal.submitted', ids)
  return { ...queue, reviews, passedOn, decided, search, now: new Date() }
}

export default function OperatorHome() {
  const { page, next, reviews, passedOn, decided, search, now } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('operator.queue')}</h1>
          <p className="quiet">{t('operator.queue_why')}</p>
        </div>
      </header>
      {page.length === 0 ? (
        reviews.length === 0 && <p className="empty">{t('operator.queue_empty')}</p>
      ) : (
        <ul className="tasks">
          {page.map((proposal) => (
            <li key={proposal.id}>
              <Thumb {...proposal} />
              <div>
                <Link to={paths.operator.proposal(proposal.id)}>
                  {proposal.isChange ? say({ key: 'task.change_of', name: proposal.name }) : proposal.name}
                </Link>
                <p className="quiet small">
                  {say({
                    key: 'operator.from',
                    producer: proposal.producerName,
                    cooperative: proposal.cooperativeName,
                    name: proposal.proposerName,
                  })}
                </p>
                <p className="status wait">
                  <Icon name="clock" />
                  {say({ key: 'task.waits', wait: formatWait(proposal.submittedAt, now) })}
                </p>
                <PassedOn steps={passedOn[proposal.id]} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p>
          <Link className="button second" to={`${paths.operator.home}?sesudah=${next}`}>
            {t('products.next')}
          </Link>
        </p>
      )}
      <ImportReviews reviews={reviews} to={paths.operator.import} now={now} />
      {decided.length > 0 && (
        <section aria-labelledby="putusan">
          <h2 id="putusan">{t('operator.decided')}</h2>
          <ul className="decided">
            {decided.map(({ id, proposalId, name, cooperativeName, toStatus, at, deciderName }) => (
              <li key={id}>
                <Link to={paths.operator.proposal(proposalId)}>{name}</Link>
                <ProposalMark status={toStatus} />
                <span className="quiet small">
                  {cooperativeName}, {deciderName}, {formatInstant(at)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SearchState state={search} />
    </main>
  )
}
