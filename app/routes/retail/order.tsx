import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { decideCounterOffersForm } from '#app/domain/shelf-orders/answers.ts'
import { decideCounterOffers } from '#app/domain/shelf-orders/decide-counter-offers.server.ts'
import { requireShelfOrder } from '#app/domain/shelf-orders/retail-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatInstant, formatPeriod, formatShortDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { Trail } from '../order-parts.tsx'
import { PurchaseOrderBlock } from './purchase-order-block.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.order.number ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  const order = await orErrorPage(requireShelfOrder(db, buyer, params.id ?? ''))
  const now = new Date()
  const ids = order.purchaseOrders.map(({ id }) => id)
  const [placed, countered] = await Promise.all([
    listPassedOn(db, 'order.placed', ids),
    listPassedOn(db, 'order.countered', ids),
  ])
  return {
    order,
    passedOn: { ...placed, ...countered },
    membershipId: buyer.membershipId,
    mayDecide: may(buyer, 'shelf_order.decide'),
    now,
    today: dayOf(now),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const buyer = await requireRetail(request)
  return submit(await request.formData(), buyer, decideCounterOffersForm, async (input) => {
    await decideCounterOffers(db, buyer, input, new Date())
    return redirect(paths.retail.order(params.id ?? ''))
  })
}

export default function ShelfOrder() {
  const { order, passedOn, membershipId, mayDecide, now, today } = useLoaderData<typeof loader>()
  const { number, placedBy, placedAt, startsOn, endsOn, purchaseOrders } = order
  const answered = purchaseOrders.filter(({ status }) => status !== 'sent').length
  const asked = purchaseOrders.reduce((sum, one) => sum + one.askedTotal, 0n)
  const stands = purchaseOrders.reduce((sum, one) => sum + one.total, 0n)
  const lines = purchaseOrders.flatMap((one) => one.lines)
  const moves = purchaseOrders
    .flatMap((one) => one.moves)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    // One act opened every PO: said once.
    .filter(
      (move, i, all) => move.toStatus !== 'sent' || i === all.findIndex((one) => one.toStatus === 'sent'),
    )
  return (
    <main className="page order-page">
      <header>
        <div>
          <h1 className="numbers">{number}</h1>
          <p className="quiet">
            {formatPeriod(startsOn, endsOn)}.{' '}
            {say({ key: 'orders.placed_by', person: placedBy, at: formatInstant(placedAt) })}
          </p>
        </div>
      </header>
      <ol className="progress">
        <Step state="past" title={t('progress.placed')} text={formatInstant(placedAt)} />
        <Step
          state={answered < purchaseOrders.length ? 'now' : 'past'}
          title={t('progress.answered')}
          text={say({ key: 'orders.some_answered', answered, all: purchaseOrders.length })}
        />
        <Step
          state={
            answered < purchaseOrders.length || stands === 0n ? 'next' : today < startsOn ? 'now' : 'past'
          }
          title={t('progress.on_shelf')}
          text={say({ key: 'progress.from', day: formatShortDay(startsOn) })}
        />
      </ol>
      <div className="order-columns">
        <div>
          {purchaseOrders.map((one) => (
            <PurchaseOrderBlock
              key={one.id}
              order={one}
              passedOn={passedOn[one.id]}
              neighbours={lines}
              placedAt={placedAt}
              now={now}
              membershipId={membershipId}
              mayDecide={mayDecide}
            />
          ))}
        </div>
        <aside aria-label={t('orders.summary')}>
          <h2>{t('orders.value')}</h2>
          <dl className="sums">
            <div>
              <dt>{t('orders.asked')}</dt>
              <dd>{formatRupiah(asked)}</dd>
            </div>
            {asked !== stands && (
              <div>
                <dt>{t('orders.gone')}</dt>
                <dd>{formatRupiah(stands - asked)}</dd>
              </div>
            )}
            <div className="last">
              <dt>{t('orders.stands')}</dt>
              <dd>{formatRupiah(stands)}</dd>
            </div>
          </dl>
          <p className="quiet small">{t('orders.before_ppn')}</p>
          <h2>{t('orders.trail')}</h2>
          <Trail moves={moves} />
        </aside>
      </div>
    </main>
  )
}

function Step({ state, title, text }: { state: 'past' | 'now' | 'next'; title: string; text: string }) {
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      <strong>{title}</strong>
      <span>{text}</span>
    </li>
  )
}
