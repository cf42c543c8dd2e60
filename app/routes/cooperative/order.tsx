import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { answerPurchaseOrder } from '#app/domain/shelf-orders/answer-purchase-order.server.ts'
import { answerPurchaseOrderForm } from '#app/domain/shelf-orders/answers.ts'
import { requirePurchaseOrder } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import { listShortages } from '#app/domain/shelf-orders/pick-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatPeriod } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { OrderLines, OrderStatus, Trail, waitingText } from '../order-parts.tsx'
import { MembershipField } from '../portal.tsx'
import { PassedOn } from '../waiting.tsx'
import { LineAnswerFields } from './line-answer-fields.tsx'
import { ShareOrder } from './share-order.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.order.number ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const order = await orErrorPage(requirePurchaseOrder(db, officer, params.id ?? ''))
  const passedOn = await listPassedOn(db, 'order.placed', [order.id])
  const url = new URL(paths.cooperative.order(order.id), request.url).href
  const now = new Date()
  const shortages = order.status === 'sent' ? await listShortages(db, officer, order.id, dayOf(now)) : {}
  const { membershipId } = officer
  return { order, shortages, url, passedOn: passedOn[order.id], membershipId, now }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const purchaseOrderId = params.id ?? ''
  return submit(await request.formData(), officer, answerPurchaseOrderForm, async (input) => {
    await answerPurchaseOrder(db, officer, { purchaseOrderId, ...input }, new Date())
    return redirect(paths.cooperative.order(purchaseOrderId))
  })
}

export default function IncomingOrder() {
  const { order, url, passedOn, membershipId, now } = useLoaderData<typeof loader>()
  const { number, chainName, status, startsOn, endsOn, placedAt, placedBy, answerBy, lines, moves, total } =
    order
  const isOpen = status === 'sent'
  return (
    <main className="page order-page">
      <header>
        <div>
          <p>
            <Link className="link small" to={paths.cooperative.orders}>
              {t('orders.incoming')}
            </Link>
          </p>
          <h1>{say({ key: 'orders.from', chain: chainName })}</h1>
          <p className="quiet">
            <span className="numbers">{number}</span>,{' '}
            {say({ key: 'orders.for_period', period: formatPeriod(startsOn, endsOn), person: placedBy })}
          </p>
        </div>
        <div className="order-total">
          <p className="numbers">{formatRupiah(total)}</p>
          <p className="quiet small">{t('orders.before_ppn')}</p>
        </div>
      </header>
      <p className={isOpen ? 'band wait' : undefined}>
        <OrderStatus status={status} text={isOpen ? waitingText(placedAt, answerBy, now) : undefined} />
      </p>
      <PassedOn steps={passedOn} />
      <ShareOrder order={order} url={url} />
      {lines.some((line) => line.status === 'accepted') && (
        <p className="actions">
          <Link className="button second" to={paths.cooperative.pickList(order.id)}>
            {t('pick.open')}
          </Link>
        </p>
      )}
      {isOpen ? (
        <AnswerForm membershipId={membershipId} />
      ) : (
        <OrderLines lines={lines} caption={say({ key: 'orders.from', chain: chainName })} />
      )}
      <section aria-labelledby="jejak">
        <h2 id="jejak">{t('orders.trail')}</h2>
        <Trail moves={moves} />
      </section>
    </main>
  )
}

function AnswerForm({ membershipId }: { membershipId: string }) {
  const { order, shortages } = useLoaderData<typeof loader>()
  const { lines, endsOn } = order
  const form = answeredForm(useActionData<typeof action>(), 'jawab')
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="answer-form">
      <MembershipField membershipId={membershipId} />
      <FormProblem errors={form.errors} />
      <ul>
        {lines.map((line, i) => (
          <LineAnswerFields
            key={line.id}
            line={line}
            short={shortages[line.id] ?? 0}
            name={`answers[${i}]`}
            form={form}
            endsOn={endsOn}
          />
        ))}
      </ul>
      <Field label={t('answer.reason')} help={t('answer.reason_help')} field={form.field('reason')}>
        {(control) => <textarea {...control} rows={2} maxLength={500} />}
      </Field>
      <p className="actions">
        <button className="button main" type="submit" aria-busy={isSending}>
          {isSending ? t('form.sending') : t('answer.send')}
        </button>
      </p>
    </Form>
  )
}
