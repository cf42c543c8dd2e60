import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requirePickList } from '#app/domain/shelf-orders/pick-queries.server.ts'
import { shipOrder } from '#app/domain/shelf-orders/ship-order.server.ts'
import { shipOrderForm } from '#app/domain/shelf-orders/shipping-rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay, formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t('pick.title')} ${data?.order.number ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const order = await orErrorPage(requirePickList(db, officer, params.id ?? '', today))
  return { order, today, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const purchaseOrderId = params.id ?? ''
  return submit(await request.formData(), officer, shipOrderForm, async ({ deliverOn }) => {
    await shipOrder(db, officer, { purchaseOrderId, deliverOn }, new Date())
    return redirect(paths.cooperative.pickList(purchaseOrderId))
  })
}

export default function PickList() {
  const { order, today, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'kirim')
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
      <FormProblem errors={form.errors} />
      {deliveries.map(({ deliverOn, shippedAt, packs }) => (
        <section key={deliverOn} aria-labelledby={`kirim-${deliverOn}`}>
          <h2 id={`kirim-${deliverOn}`}>{say({ key: 'pick.deliver', day: formatDay(deliverOn) })}</h2>
          {packs.map((pack) => (
            <PickedPack key={pack.variantId} pack={pack} isShipped={shippedAt !== null} />
          ))}
          {shippedAt ? (
            <p className="actions">
              <span className="status ok">
                <Icon name="check" />
                {say({ key: 'ship.done', at: formatInstant(shippedAt) })}
              </span>
              <Link className="link" to={paths.cooperative.returns(id)}>
                {t('return.open')}
              </Link>
            </p>
          ) : (
            <Ship deliverOn={deliverOn} membershipId={membershipId} />
          )}
        </section>
      ))}
    </main>
  )
}

type Pack = ReturnType<typeof useLoaderData<typeof loader>>['order']['deliveries'][number]['packs'][number]

/** How much of a pack leaves, from which lots, and for whom. The boxes are to be ticked at the shelf, and kept nowhere. */
function PickedPack({ pack, isShipped }: { pack: Pack; isShipped: boolean }) {
  const { name, cartons, pieces, lots, stores, short } = pack
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
            {isShipped ? (
              <div>
                <LotText lot={lot} />
              </div>
            ) : (
              <label>
                <input type="checkbox" />
                <LotText lot={lot} />
              </label>
            )}
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

function LotText({ lot: { code, bestBefore, pieces } }: { lot: Pack['lots'][number] }) {
  return (
    <>
      <span>
        <strong>{say({ key: 'pick.lot', lot: code })}</strong>
        <small>{say({ key: 'pick.best_before', day: formatDay(bestBefore) })}</small>
      </span>
      <span className="numbers">{say({ key: 'order.pieces', pieces: formatNumber(pieces) })}</span>
    </>
  )
}

/** Nothing is asked but whether: how much and from which lots is what the list says. */
function Ship({ deliverOn, membershipId }: { deliverOn: string; membershipId: string }) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="actions">
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="deliverOn" value={deliverOn} />
      <button className="button main" type="submit" aria-busy={isSending}>
        {isSending ? t('form.sending') : t('ship.yes')}
      </button>
      <span className="quiet small">{t('ship.effect')}</span>
    </Form>
  )
}
