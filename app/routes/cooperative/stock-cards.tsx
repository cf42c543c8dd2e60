import { Form, Link } from '@remix-run/react'
import type { listStock } from '#app/domain/stock/overview-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Icon } from '#app/ui/icon.tsx'

type Packs = Awaited<ReturnType<typeof listStock>>['page']

/** Packs with their numbers: lines on a wide screen, cards on a phone. Several are chosen to be counted in one go. */
export function StockCards({ packs }: { packs: Packs }) {
  return (
    <Form className="stock-chosen" action={paths.cooperative.stockCount}>
      <ul className="stock-cards">
        {packs.map((pack) => (
          <Card key={pack.id} pack={pack} />
        ))}
      </ul>
      <p>
        <button className="button second" type="submit">
          {t('stock_list.count_chosen')}
        </button>
      </p>
    </Form>
  )
}

function Card({ pack }: { pack: Packs[number] }) {
  const { id, productId, name, producerName, onHand, reserved, free, nearest, lowAt, pastLotId } = pack
  const ofWhich = <span className="visually-hidden"> {name}</span>
  return (
    <li>
      <div className="stock-name">
        <Link to={paths.cooperative.pack(productId, id)}>{name}</Link>
        <span className="quiet small">{producerName}</span>
      </div>
      <dl className="stock-numbers">
        <div>
          <dt>{t('stock.available')}</dt>
          <dd className={free ? undefined : 'stop'}>{formatNumber(free)}</dd>
        </div>
        <div>
          <dt>{t('stock.reserved')}</dt>
          <dd>{formatNumber(reserved)}</dd>
        </div>
        <div>
          <dt>{t('stock.on_hand')}</dt>
          <dd>{formatNumber(onHand)}</dd>
        </div>
      </dl>
      <div className="stock-marks">
        <Marks pack={pack} />
        {nearest && (
          <span className="quiet small">{say({ key: 'stock_list.nearest', day: formatDay(nearest) })}</span>
        )}
      </div>
      <div className="stock-moves">
        {onHand > 0 && (
          <label className="stock-choice small">
            <input type="checkbox" name="kemasan" value={pack.id} />
            {t('stock_list.count')}
            {ofWhich}
          </label>
        )}
        <Link className="link small" to={paths.cooperative.receiving(productId, id)}>
          {t('stock_list.receive')}
          {ofWhich}
        </Link>
        {pastLotId && (
          <Link className="link small" to={paths.cooperative.takingOut(productId, id, pastLotId)}>
            {t('stock_list.take_out')}
            {ofWhich}
          </Link>
        )}
        <Link className="link small" to={paths.cooperative.lowStock(productId, id)}>
          {lowAt ? say({ key: 'stock_list.low_at', pieces: formatNumber(lowAt) }) : t('stock_list.set_low')}
          {ofWhich}
        </Link>
      </div>
    </li>
  )
}

function Marks({ pack: { free, past, isLow, isSoon } }: { pack: Packs[number] }) {
  return (
    <>
      {past > 0 && (
        <span className="status stop">
          <Icon name="cross" />
          {say({ key: 'stock_list.past', pieces: formatNumber(past) })}
        </span>
      )}
      {isLow && (
        <span className={free ? 'status wait' : 'status stop'}>
          <Icon name={free ? 'clock' : 'cross'} />
          {t(free ? 'stock_list.low' : 'stock_list.sold_out')}
        </span>
      )}
      {isSoon && (
        <span className="status wait">
          <Icon name="clock" />
          {t('stock_list.soon')}
        </span>
      )}
    </>
  )
}
