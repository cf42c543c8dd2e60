import type { OwnOrderLine } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import type { OrderLine } from '#app/domain/shelf-orders/line-queries.server.ts'
import type { OrderLineStatus, PurchaseOrderStatus } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant, formatShortDay, formatWait } from '#app/platform/calendar.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { PackImage } from '#app/ui/pack-image.tsx'

const looks = {
  sent: ['info', 'clock'],
  asked: ['info', 'clock'],
  countered: ['wait', 'clock'],
  accepted: ['ok', 'check'],
  declined: ['stop', 'cross'],
  cancelled: ['stop', 'cross'],
  left: ['stop', 'cross'],
} as const satisfies Record<PurchaseOrderStatus | OrderLineStatus, readonly [string, string]>

/** Icon, word and colour of where a purchase order, or a line of it, stands. */
export function OrderStatus({
  status,
  text,
}: {
  status: PurchaseOrderStatus | OrderLineStatus
  text?: string
}) {
  const [colour, icon] = looks[status]
  return (
    <span className={`status ${colour}`}>
      <Icon name={icon} />
      {text ?? t(`order.status.${status}`)}
    </span>
  )
}

/** Since when an answer is awaited and until when; past the deadline it says so. */
export function waitingText(since: Date, until: Date, now: Date): string {
  const wait = formatWait(since, now)
  return now > until
    ? say({ key: 'order.waiting_late', wait, until: formatInstant(until) })
    : say({ key: 'order.waiting', wait, until: formatInstant(until) })
}

/** Where a line stands, and what fills it: `Papan 3 Gondola Lokal 1, 3 muka, isi rak 18`. */
function placesText({ places, facings, fill }: OrderLine): string {
  if (places.length === 0) return t('order.no_place')
  const where = places
    .map(({ level, fixture }) => say({ key: 'order.place', level, fixture: fixture.name }))
    .join(', ')
  return say({ key: 'order.places', where, facings, fill })
}

/** The lines of a purchase order; an offer strikes the old value and sets the new one beside it. */
export function OrderLines({ lines, caption }: { lines: (OrderLine | OwnOrderLine)[]; caption: string }) {
  // Where every line stands like the whole, the whole has said it.
  const isMixed = new Set(lines.map(({ status }) => status)).size > 1
  return (
    <table className="order-lines">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('order.product')}</th>
          <th scope="col">{t('order.quantity')}</th>
          <th scope="col">{t('order.price')}</th>
          <th scope="col">{t('order.delivery')}</th>
          <th scope="col">{t('order.value')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.id}
            className={line.status === 'declined' || line.status === 'left' ? 'gone' : undefined}
          >
            <td className="picture">
              <PackImage
                photo={line.photo}
                alt=""
                widthMm={line.widthMm}
                heightMm={line.heightMm}
                sizes="64px"
              />
            </td>
            <th scope="row">
              {line.name}
              <small>{line.store.name}</small>
              <small>{placesText(line)}</small>
              {'memberPrice' in line && <small>{memberText(line)}</small>}
              {isMixed && <OrderStatus status={line.status} />}
            </th>
            <td data-label={t('order.quantity')}>
              <Quantity line={line} />
            </td>
            <td data-label={t('order.price')}>
              {formatRupiah(line.unitPrice)}
              {originOf(line).map((text) => (
                <small key={text}>{text}</small>
              ))}
            </td>
            <td data-label={t('order.delivery')}>
              <DeliveryDay line={line} />
            </td>
            <td data-label={t('order.value')}>{formatRupiah(line.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where a price came from that is not the list price: the step that was reached, and the list price. */
export const originOf = ({ stepCartons, listPrice }: OrderLine): string[] =>
  stepCartons === null
    ? []
    : [
        say({ key: 'order.step', cartons: stepCartons }),
        say({ key: 'order.list_price', price: formatRupiah(listPrice) }),
      ]

/** What the member gets for a piece, and when. */
export const memberText = ({ memberPrice, memberTerms }: OwnOrderLine): string =>
  say({
    key: 'order.member',
    price: formatRupiah(memberPrice),
    terms: t(`member_terms.${memberTerms}`).toLowerCase(),
  })

function Quantity({ line }: { line: OrderLine }) {
  const { status, cartons, askedCartons, counterCartons, unitsPerCarton } = line
  const now = status === 'countered' ? (counterCartons ?? cartons) : cartons
  const pieces = say({ key: 'order.pieces', pieces: formatNumber(now * unitsPerCarton) })
  return (
    <>
      {now !== askedCartons && <s>{say({ key: 'order.cartons', cartons: askedCartons })}</s>}{' '}
      <span className={now === askedCartons ? undefined : 'changed'}>
        {say({ key: 'order.cartons', cartons: now })}
      </span>
      <small>{pieces}</small>
    </>
  )
}

function DeliveryDay({ line: { status, deliverOn, counterDeliverOn, shippedOn } }: { line: OrderLine }) {
  if (shippedOn)
    return (
      <>
        {formatShortDay(deliverOn)}
        <small>{say({ key: 'order.shipped', day: formatShortDay(shippedOn) })}</small>
      </>
    )
  if (status !== 'countered' || !counterDeliverOn || counterDeliverOn === deliverOn)
    return <>{formatShortDay(deliverOn)}</>
  return (
    <>
      <s>{formatShortDay(deliverOn)}</s> <span className="changed">{formatShortDay(counterDeliverOn)}</span>
    </>
  )
}

/** What taking the offer would mean on the shelf. */
export function EffectText({ line }: { line: OrderLine }) {
  if (!line.effect) return null
  const { facings, freedMm } = line.effect
  const text = freedMm
    ? say({ key: 'order.effect_fewer', before: line.facings, after: facings, freed: formatMm(freedMm) })
    : say({ key: 'order.effect_same', after: facings })
  const later = line.counterDeliverOn && line.counterDeliverOn !== line.deliverOn
  return (
    <p className="small quiet">
      {text}{' '}
      {later &&
        line.counterDeliverOn &&
        say({
          key: 'order.effect_later',
          from: formatShortDay(line.deliverOn),
          until: formatShortDay(line.counterDeliverOn),
        })}
    </p>
  )
}

type Move = { id: string; toStatus: string; at: Date; reason: string; person: string; organisation: string }

const said = {
  sent: 'order.move.sent',
  accepted: 'order.move.accepted',
  countered: 'order.move.countered',
  declined: 'order.move.declined',
  cancelled: 'order.move.cancelled',
} as const

/** Who did what, when and why; newest first. */
export function Trail({ moves }: { moves: Move[] }) {
  return (
    <ol className="trail">
      {moves.map(({ id, toStatus, at, reason, person, organisation }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
          <span>
            {say({ key: said[toStatus as keyof typeof said], person, organisation })}
            {reason && <q>{reason}</q>}
          </span>
        </li>
      ))}
    </ol>
  )
}
