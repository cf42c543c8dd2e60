import { Form, useActionData, useNavigation } from '@remix-run/react'
import type { PassedOn as Step } from '#app/domain/notices/passed-on-queries.server.ts'
import { effectBoardsOf } from '#app/domain/shelf-orders/effect-boards.ts'
import type { OrderLine } from '#app/domain/shelf-orders/line-queries.server.ts'
import type { requireShelfOrder } from '#app/domain/shelf-orders/retail-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { FormProblem, Problem } from '#app/ui/field.tsx'
import { EffectText, OrderLines, OrderStatus, waitingText } from '../order-parts.tsx'
import { MembershipField } from '../portal.tsx'
import { PassedOn } from '../waiting.tsx'
import { EffectBoards } from './effect-boards.tsx'
import type { action } from './order.tsx'

type Block = Awaited<ReturnType<typeof requireShelfOrder>>['purchaseOrders'][number]
type PurchaseOrderBlockProps = {
  order: Block
  /** To whom what waits was passed on. */
  passedOn: Step[] | undefined
  /** Every line of the shelf order: what stands beside the goods of this one. */
  neighbours: OrderLine[]
  placedAt: Date
  now: Date
  membershipId: string
  mayDecide: boolean
}

/** What one cooperative was asked and what it said; ends with the decision where one is wanted. */
export function PurchaseOrderBlock({
  order,
  passedOn,
  neighbours,
  placedAt,
  now,
  membershipId,
  mayDecide,
}: PurchaseOrderBlockProps) {
  const {
    cooperative,
    number,
    status,
    total,
    offeredTotal: offered,
    lines,
    moves,
    answerBy,
    answeredAt,
  } = order
  const answer = moves.find(({ toStatus, reason }) => toStatus !== 'sent' && reason)
  const name = cooperative.shortName
  return (
    <article className={`purchase-order ${status}`} aria-labelledby={order.id}>
      <header>
        <h2 id={order.id}>{name}</h2>
        <p className="numbers amount">{formatRupiah(status === 'countered' ? offered : total)}</p>
        <OrderStatus status={status} text={statusText(order, placedAt, now)} />
        <p className="quiet small numbers">
          {status === 'countered' && offered !== total
            ? say({ key: 'orders.was', total: formatRupiah(total) })
            : number}
        </p>
      </header>
      <PassedOn steps={passedOn} />
      <OrderLines lines={lines} caption={say({ key: 'orders.of', cooperative: name })} />
      {answer && (
        <blockquote>
          <p>{answer.reason}</p>
          <footer className="quiet small">
            {say({
              key: 'orders.said_by',
              person: answer.person,
              organisation: answer.organisation,
              at: formatInstant(answeredAt ?? answer.at),
            })}
          </footer>
        </blockquote>
      )}
      {status === 'countered' && (
        <EffectBoards
          boards={effectBoardsOf(
            lines.filter((line) => line.status === 'countered'),
            neighbours,
          )}
        />
      )}
      {status === 'countered' && mayDecide && <Decision order={order} membershipId={membershipId} />}
      {status === 'countered' && !mayDecide && <p className="quiet">{t('decision.by_buyer')}</p>}
      {status === 'sent' && now > answerBy && <p className="band wait">{t('orders.call_them')}</p>}
    </article>
  )
}

function statusText({ status, answerBy }: Block, placedAt: Date, now: Date): string | undefined {
  return status === 'sent' ? waitingText(placedAt, answerBy, now) : undefined
}

function Decision({ order: { id, lines }, membershipId }: { order: Block; membershipId: string }) {
  const result = useActionData<typeof action>()
  const isOurs = result?.initialValue?.purchaseOrderId === id
  const form = answeredForm(isOurs ? result : undefined, id)
  const isSending = useNavigation().state === 'submitting'
  const offers = lines.filter(({ status }) => status === 'countered')
  return (
    <Form method="post" className="decision">
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="purchaseOrderId" value={id} />
      <FormProblem errors={form.errors} />
      {offers.map((line, i) => {
        const field = form.field(`decisions[${i}].decision`)
        return (
          <fieldset key={line.id}>
            <legend>{line.name}</legend>
            <EffectText line={line} />
            <input type="hidden" name={`decisions[${i}].lineId`} value={line.id} />
            <div className="choices">
              {(['take', 'leave'] as const).map((choice) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name={field.name}
                    value={choice}
                    required
                    defaultChecked={field.initialValue === choice}
                  />
                  <span>{t(`decision.${choice}`)}</span>
                </label>
              ))}
            </div>
            <Problem id={field.id} errors={field.errors} />
          </fieldset>
        )
      })}
      <p className="actions">
        <button className="button main" type="submit" aria-busy={isSending}>
          {isSending ? t('form.sending') : t('decision.send')}
        </button>
      </p>
    </Form>
  )
}
