import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listShelfOrders } from '#app/domain/shelf-orders/retail-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { OrderStatus } from '../order-parts.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction = () => [{ title: `${t('orders.placed')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return orErrorPage(listShelfOrders(db, buyer, after))
}

export default function ShelfOrders() {
  const { orders, next } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <h1>{t('orders.placed')}</h1>
      {orders.length === 0 && (
        <div className="empty">
          <p>{t('orders.placed_none')}</p>
          <Link className="button main" to={paths.retail.stores}>
            {t('orders.plan_a_shelf')}
          </Link>
        </div>
      )}
      <ul className="order-list">
        {orders.map((order) => (
          <li key={order.id} className={order.countered ? 'urgent' : undefined}>
            <Link to={paths.retail.order(order.id)}>
              <strong className="numbers">{order.number}</strong>
              <span>{order.stores.join(', ')}</span>
            </Link>
            <p className="numbers amount">{formatRupiah(order.total)}</p>
            <p className="quiet small">
              {formatPeriod(order.startsOn, order.endsOn)}.{' '}
              {say({ key: 'orders.placed_by', person: order.placedBy, at: formatInstant(order.placedAt) })}
            </p>
            <Answers {...order} />
          </li>
        ))}
      </ul>
      {next && (
        <Link className="button second" to={`?sesudah=${next}`}>
          {t('orders.older')}
        </Link>
      )}
    </main>
  )
}

function Answers({
  cooperatives,
  waiting,
  countered,
}: {
  cooperatives: number
  waiting: number
  countered: number
}) {
  if (countered)
    return <OrderStatus status="countered" text={say({ key: 'orders.offers_wait', count: countered })} />
  if (waiting) {
    const text = say({ key: 'orders.some_answered', answered: cooperatives - waiting, all: cooperatives })
    return <OrderStatus status="sent" text={text} />
  }
  return <OrderStatus status="accepted" text={say({ key: 'orders.all_answered', all: cooperatives })} />
}
