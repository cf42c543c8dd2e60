import { Link } from '@remix-run/react'
import { lastDayOf } from '#app/domain/shelf-plans/period.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatMm } from '#app/platform/measure.ts'
import { formatRupiah, type Rupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'

type WaitingRow = {
  id: string
  number: string
  cooperativeName: string
  shelfOrderId: string
  shelfOrderNumber: string
  total: Rupiah
  text: string
}

/** Purchase orders that wait for somebody; nothing where none does. */
export function Waiting({ title, icon, rows }: { title: string; icon: 'wait' | 'stop'; rows: WaitingRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className="waiting">
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={`band ${icon}`}>
            <Link className="link" to={paths.retail.order(row.shelfOrderId)}>
              {row.cooperativeName}, {row.number}
            </Link>
            <span className="numbers">
              {say({ key: 'retail.of_order', order: row.shelfOrderNumber, total: formatRupiah(row.total) })}
            </span>
            <span className={`status ${icon}`}>
              <Icon name="clock" />
              {row.text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type DraftRow = {
  id: string
  fixtureId: string
  fixtureName: string
  storeName: string
  startsOn: string
  endsOn: string
  text: string
}

/** Shelves that somebody began to plan. */
export function Drafts({ rows }: { rows: DraftRow[] }) {
  return (
    <section>
      <h2>{t('retail.drafts')}</h2>
      {rows.length === 0 && <p className="quiet">{t('retail.no_drafts')}</p>}
      <ul className="rows">
        {rows.map(({ id, fixtureId, fixtureName, storeName, text, ...period }) => (
          <li key={id}>
            <Link
              className="link"
              to={`${paths.retail.fixture(fixtureId)}?mulai=${period.startsOn}&sampai=${lastDayOf(period)}`}
            >
              {storeName}, {fixtureName}
            </Link>
            <span className="quiet small">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type StoreRow = { id: string; name: string; address: string; widthMm: number; usedMm: number }

export function StoreLinks({ stores }: { stores: StoreRow[] }) {
  return (
    <section>
      <h2>{t('retail.stores')}</h2>
      {stores.length === 0 && <p className="quiet">{t('retail.no_stores')}</p>}
      <ul className="rows">
        {stores.map(({ id, name, address, widthMm, usedMm }) => (
          <li key={id}>
            <Link className="link" to={paths.retail.store(id)}>
              {name}
            </Link>
            <span className="quiet small numbers">
              {say({ key: 'retail.store_free', address, free: formatMm(widthMm - usedMm) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
