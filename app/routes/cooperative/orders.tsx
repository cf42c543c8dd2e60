import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listPurchaseOrders } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { OrderStatus, waitingText } from '../order-parts.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction = () => [{ title: `${t('orders.incoming')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return { ...(await orErrorPage(listPurchaseOrders(db, officer, after))), now: new Date() }
}

type Order = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

export default function IncomingOrders() {
  const { waiting, others, next, now } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <h1>{t('orders.incoming')}</h1>
      {waiting.length + others.length === 0 && <p className="empty">{t('orders.incoming_none')}</p>}
      {waiting.length > 0 && (
        <section aria-labelledby="menunggu">
          <h2 id="menunggu">{say({ key: 'orders.to_answer', count: waiting.length })}</h2>
          <ul className="order-list">
            {waiting.map((order) => (
              <Row key={order.id} order={order} now={now} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="lain">
          <h2 id="lain">{t('orders.answered')}</h2>
          <ul className="order-list">
            {others.map((order) => (
              <Row key={order.id} order={order} now={now} />
            ))}
          </ul>
        </section>
      )}
      {next && (
        <Link className="button second" to={`?sesudah=${next}`}>
          {t('orders.older')}
        </Link>
      )}
    </main>
  )
}

function Row({ order, now }: { order: Order; now: Date }) {
  const {
    id,
    number,
    status,
    chainName,
    products,
    stores,
    cartons,
    total,
    startsOn,
    endsOn,
    placedAt,
    answerBy,
  } = order
  return (
    <li className={status === 'sent' ? 'urgent' : undefined}>
      <Link to={paths.cooperative.order(id)}>
        <strong>{chainName}</strong>
        <span className="numbers">{number}</span>
      </Link>
      <p className="numbers amount">{formatRupiah(total)}</p>
      <p className="quiet small">
        {say({ key: 'orders.contents', products, stores, cartons })}. {formatPeriod(startsOn, endsOn)}
      </p>
      <OrderStatus
        status={status}
        text={status === 'sent' ? waitingText(placedAt, answerBy, now) : undefined}
      />
    </li>
  )
}
