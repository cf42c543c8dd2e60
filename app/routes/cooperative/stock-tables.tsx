import { Link } from '@remix-run/react'
import type { listLots, listMovements } from '#app/domain/stock/queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { type Day, daysBetween, formatDay, formatInstant } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'

type Pack = { productId: string; packId: string }
type LotsProps = Pack & { lots: Awaited<ReturnType<typeof listLots>>; today: Day }

/** What is left of each lot, the first to expire on top, each with the way to correct it. */
export function Lots({ lots, productId, packId, today }: LotsProps) {
  if (lots.length === 0) return <p className="quiet">{t('stock.no_lots')}</p>
  return (
    <table className="table lots">
      <caption className="visually-hidden">{t('stock.lots')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('stock.best_before')}</th>
          <th scope="col">{t('stock.received_on')}</th>
          <th scope="col" className="number">
            {t('stock.left')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lots.map(({ id, bestBefore, receivedOn, left, received }) => (
          <tr key={id}>
            <th scope="row">
              {formatDay(bestBefore)}
              <small className={bestBefore < today ? 'stop' : undefined}>
                {leftToLive(today, bestBefore)}
              </small>
            </th>
            <td data-label={t('stock.received_on')}>{formatDay(receivedOn)}</td>
            <td className="number" data-label={t('stock.left')}>
              {formatNumber(left)}
              <small>{say({ key: 'stock.of', count: formatNumber(received) })}</small>
            </td>
            <td className="number">
              <Link className="link small" to={paths.cooperative.correction(productId, packId, id)}>
                {t('stock.correct')}
                <span className="visually-hidden"> {formatDay(bestBefore)}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function leftToLive(today: Day, bestBefore: Day): string {
  const days = daysBetween(today, bestBefore)
  if (days < 0) return t('stock.past')
  return days === 0 ? t('stock.last_day') : say({ key: 'stock.days_left', days: formatNumber(days) })
}

type MovementsProps = Pack & { movements: Awaited<ReturnType<typeof listMovements>> }

/** Every change of stock: how much, what for, by whom. */
export function Movements({ movements: { page, next }, productId, packId }: MovementsProps) {
  if (page.length === 0) return <p className="quiet">{t('stock.no_movements')}</p>
  return (
    <>
      <table className="table movements">
        <caption className="visually-hidden">{t('stock.movements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('stock.when')}</th>
            <th scope="col">{t('stock.what')}</th>
            <th scope="col" className="number">
              {t('stock.pieces')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.map(({ id, kind, onHand, reserved, at, reason, name, bestBefore, order }) => (
            <tr key={id}>
              <td>
                <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
              </td>
              <th scope="row">
                {t(`movement.${kind}`)}
                <small>
                  {order ? (
                    <Link to={paths.cooperative.order(order.id)}>
                      {order.chainName}, {order.number}
                    </Link>
                  ) : (
                    [bestBefore && say({ key: 'stock.lot_of', day: formatDay(bestBefore) }), name, reason]
                      .filter(Boolean)
                      .join(', ')
                  )}
                </small>
              </th>
              <td className="number">{onHand ? signed(onHand) : formatNumber(Math.abs(reserved))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <p>
          <Link className="button second" to={paths.cooperative.movements(productId, packId, next)}>
            {t('stock.older')}
          </Link>
        </p>
      )}
    </>
  )
}

const signed = (pieces: number): string =>
  pieces < 0 ? `\u2212${formatNumber(-pieces)}` : `+${formatNumber(pieces)}`
