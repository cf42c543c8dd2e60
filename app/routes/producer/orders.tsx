import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listOwnLines, sumOwnLines } from '#app/domain/producers/own-queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import type { OrderLineStatus } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'

export const meta: MetaFunction = () => [{ title: `${t('own.orders_title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const [lines, total] = await Promise.all([listOwnLines(db, producer, after), sumOwnLines(db, producer)])
  return { ...lines, total, isFirst: !after }
}

const looks = {
  asked: ['wait', 'clock'],
  countered: ['info', 'clock'],
  accepted: ['ok', 'check'],
  declined: ['stop', 'cross'],
  left: ['quiet', 'cross'],
} as const satisfies Record<OrderLineStatus, readonly [string, string]>

export default function ProducerOrders() {
  const { page, next, total, isFirst } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <h1>{t('own.orders_title')}</h1>
      </header>
      <section aria-labelledby="jumlah">
        <h2 id="jumlah">{t('own.orders_total')}</h2>
        <p className="own-total">{formatRupiah(total)}</p>
        <p className="quiet small">{t('own.orders_note')}</p>
      </section>
      {page.length === 0 && isFirst && <p className="empty">{t('own.orders_none')}</p>}
      {page.length > 0 && (
        <ul className="members">
          {page.map((line) => (
            <li key={line.id}>
              <div>
                <strong>{line.name}</strong>
                <span className="quiet small">
                  {line.chainName}, {line.storeName}, {line.number}
                </span>
                <span className="quiet small">
                  {say({ key: 'own.orders_pieces', pieces: formatNumber(line.pieces) })},{' '}
                  {say({ key: 'own.orders_each', price: formatRupiah(line.memberPrice) })},{' '}
                  {say({ key: 'own.orders_deliver', day: formatDay(line.deliverOn) })}
                </span>
              </div>
              <span className={`status ${looks[line.status][0]}`}>
                <Icon name={looks[line.status][1]} />
                {t(`own.order.${line.status}`)}
              </span>
              <strong className="number">{formatRupiah(line.amount)}</strong>
            </li>
          ))}
        </ul>
      )}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('products.pages')}>
          {!isFirst && (
            <Link className="button second" to={paths.producer.orders}>
              {t('products.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={`${paths.producer.orders}?sesudah=${next}`}>
              {t('products.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}
