import type { requirePurchaseOrder } from '#app/domain/shelf-orders/cooperative-queries.server.ts'
import type { OrderLine } from '#app/domain/shelf-orders/line-queries.server.ts'
import { say, t } from '#app/messages/say.ts'
import { formatInstant, formatShortDay } from '#app/platform/calendar.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ShareLink } from '../share-link.tsx'

type Order = Awaited<ReturnType<typeof requirePurchaseOrder>>

/** Asks each member who makes what was ordered, tells them what to bring once it is agreed, and asks a colleague to answer. */
export function ShareOrder({ order, url }: { order: Order; url: string }) {
  const { number, chainName, status, answerBy } = order
  const isOpen = status === 'sent'
  const lines = order.lines.filter((line) => line.status === (isOpen ? 'asked' : 'accepted'))
  if (lines.length === 0) return null
  const makers = Map.groupBy(lines, ({ producerName }) => producerName)
  return (
    <details className="share">
      <summary className="button second">
        <Icon name="chat" />
        {t('share.title')}
      </summary>
      <ul>
        {[...makers].map(([producer, goods]) => (
          <li key={producer}>
            <ShareLink
              label={say({ key: isOpen ? 'share.ask' : 'share.tell', producer })}
              text={say({
                key: isOpen ? 'share.order' : 'share.deliver',
                number,
                chain: chainName,
                goods: goodsText(goods),
                day: formatShortDay(firstDay(goods)),
              })}
            />
          </li>
        ))}
        {isOpen && (
          <li>
            <ShareLink
              label={t('share.colleague')}
              text={say({
                key: 'share.answer',
                number,
                chain: chainName,
                until: formatInstant(answerBy),
                url,
              })}
            />
          </li>
        )}
      </ul>
    </details>
  )
}

const firstDay = (lines: OrderLine[]) => lines.map(({ deliverOn }) => deliverOn).sort()[0] ?? ''

/** `2 karton Keripik Apel 100 g (48 kemasan)`, for all stores together. */
function goodsText(lines: OrderLine[]): string {
  return [...Map.groupBy(lines, ({ variantId }) => variantId).values()]
    .map((same) =>
      say({
        key: 'share.goods',
        cartons: same.reduce((sum, { cartons }) => sum + cartons, 0),
        name: same[0]?.name ?? '',
        pieces: formatNumber(same.reduce((sum, { pieces }) => sum + pieces, 0)),
      }),
    )
    .join(', ')
}
