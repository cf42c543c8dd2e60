import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { countCertificates } from '#app/domain/certificates/list-queries.server.ts'
import { listReviews } from '#app/domain/imports/review-queries.server.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { listOpenRequests } from '#app/domain/producers/request-queries.server.ts'
import { listOpenByHand } from '#app/domain/proposals/waiting-queries.server.ts'
import { listPurchaseOrders } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import { getStockSummary, listStockWorries } from '#app/domain/stock/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { ImportReviews } from '../imports/reviews.tsx'
import { RequestList } from '../members/requests.tsx'
import { PaperWorries } from '../papers/paper-worries.tsx'
import { TaskList, WaitingList } from './task-list.tsx'
import { tasksOf } from './tasks.ts'

export const meta: MetaFunction = () => [{ title: `${t('cooperative.home')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const now = new Date()
  const [proposals, reviews, orders, worries, summary, requests, papers] = await Promise.all([
    listOpenByHand(db, officer),
    listReviews(db, officer),
    listPurchaseOrders(db, officer),
    listStockWorries(db, officer, dayOf(now)),
    getStockSummary(db, officer),
    listOpenRequests(db, officer),
    countCertificates(db, officer, dayOf(now)),
  ])
  const { mine, others } = tasksOf(proposals, orders.waiting)
  const idOf = ({ id }: { id: string }) => id
  const [passedOrders, passedProposals] = await Promise.all([
    listPassedOn(db, 'order.placed', orders.waiting.map(idOf)),
    listPassedOn(db, 'proposal.submitted', proposals.map(idOf)),
  ])
  const passedOn = { ...passedOrders, ...passedProposals }
  // A draft of somebody else is theirs to finish.
  const files = reviews.filter(({ isOwn, waiting }) => isOwn || waiting > 0)
  return {
    mine,
    others,
    files,
    passedOn,
    requests,
    worries,
    summary,
    papers,
    now,
    name: officer.organisationName,
  }
}

export default function CooperativeHome() {
  const { mine, others, files, passedOn, requests, worries, summary, papers, now, name } =
    useLoaderData<typeof loader>()
  return (
    <main className="page home">
      <header>
        <h1>{name}</h1>
        <Link className="button main" to={paths.cooperative.newProduct}>
          {t('product.new')}
        </Link>
      </header>
      <section aria-labelledby="giliran">
        <h2 id="giliran">{say({ key: 'home.for_you', count: mine.length })}</h2>
        {mine.length === 0 ? (
          <p className="quiet">{t('home.nothing')}</p>
        ) : (
          <TaskList tasks={mine} passedOn={passedOn} now={now} />
        )}
      </section>
      <ImportReviews reviews={files} to={paths.cooperative.import} now={now} />
      {requests.length > 0 && (
        <RequestList
          requests={requests}
          now={now}
          to={(id) => {
            const producerId = requests.find((one) => one.id === id)?.producerId ?? ''
            return paths.cooperative.memberRequest(producerId, id)
          }}
        />
      )}
      {others.length > 0 && (
        <section aria-labelledby="orang-lain">
          <h2 id="orang-lain">{t('home.others')}</h2>
          <WaitingList proposals={others} passedOn={passedOn} now={now} />
        </section>
      )}
      <PaperWorries counts={papers} />
      <section aria-labelledby="stok">
        <h2 id="stok">{t('home.stock')}</h2>
        <p>
          {say({
            key: 'home.summary',
            products: formatNumber(summary.products),
            pieces: formatNumber(summary.onHand),
            reserved: formatNumber(summary.reserved),
          })}
        </p>
        {worries.length > 0 && (
          <ul className="worries">
            {worries.map(({ id, productId, name: pack, available, lot }) => (
              <li key={id}>
                <Link to={paths.cooperative.pack(productId, id)}>{pack}</Link>
                <span className={lot?.isPast || available <= 0 ? 'stop' : 'wait'}>
                  {lot
                    ? say({
                        key: lot.isPast ? 'home.lot_past' : 'home.lot_soon',
                        left: formatNumber(lot.left),
                        day: formatDay(lot.bestBefore),
                      })
                    : t('home.sold_out')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </main>
  )
}
