import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePickList } from '#app/domain/shelf-orders/pick-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { Icon } from '#app/ui/icon.tsx'
import { PageHead } from '../page-head.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t('pick.title')} ${data?.order.number ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  return { order: await orErrorPage(requirePickList(db, officer, params.id ?? '', today)), today }
}

export default function PickList() {
  const { order, today } = useLoaderData<typeof loader>()
  const { id, number, chainName, deliveries } = order
  return (
    <main className="page pick-list">
      <PageHead
        back={{ to: paths.cooperative.order(id), text: say({ key: 'orders.from', chain: chainName }) }}
        title={t('pick.title')}
        note={<span className="numbers">{say({ key: 'pick.of', number, day: formatDay(today) })}</span>}
      />
      {deliveries.length === 0 ? (
        <p className="empty">{t('pick.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('pick.note')}</p>
          <p className="actions">
            <button type="button" className="button second" onClick={() => window.print()}>
              {t('pick.print')}
            </button>
          </p>
        </>
      )}
      {deliveries.map(({ deliverOn, packs }) => (
        <section key={deliverOn} aria-labelledby={`kirim-${deliverOn}`}>
          <h2 id={`kirim-${deliverOn}`}>{say({ key: 'pick.deliver', day: formatDay(deliverOn) })}</h2>
          {packs.map((pack) => (
            <PickedPack key={pack.variantId} pack={pack} />
          ))}
        </section>
      ))}
    </main>
  )
}

type Pack = ReturnType<typeof useLoaderData<typeof loader>>['order']['deliveries'][number]['packs'][number]

/** How much of a pack leaves, from which lots, and for whom. The boxes are to be ticked at the shelf, and kept nowhere. */
function PickedPack({ pack: { name, cartons, pieces, lots, stores, short } }: { pack: Pack }) {
  return (
    <article>
      <h3>{name}</h3>
      <p className="numbers">
        <strong>{say({ key: 'order.cartons', cartons })}</strong>,{' '}
        {say({ key: 'order.pieces', pieces: formatNumber(pieces) })}
      </p>
      <ul className="picks">
        {lots.map((lot) => (
          <li key={lot.id}>
            <label>
              <input type="checkbox" />
              <span>
                <strong>{say({ key: 'pick.lot', lot: lot.code })}</strong>
                <small>{say({ key: 'pick.best_before', day: formatDay(lot.bestBefore) })}</small>
              </span>
              <span className="numbers">
                {say({ key: 'order.pieces', pieces: formatNumber(lot.pieces) })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {short > 0 && (
        <p className="status stop">
          <Icon name="cross" />
          {say({ key: 'pick.short', pieces: formatNumber(short) })}
        </p>
      )}
      <p className="quiet small">
        {stores
          .map((store) => say({ key: 'pick.for_store', store: store.name, cartons: store.cartons }))
          .join(', ')}
      </p>
    </article>
  )
}
