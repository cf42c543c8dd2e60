import type { ProposedLine } from '#app/domain/shelf-plans/proposal.ts'
import { say, t } from '#app/messages/say.ts'
import { formatRupiah, type Rupiah } from '#app/platform/money.ts'

/** `mulai 20 karton Rp12.700`. */
export const stepText = (cartons: number, price: Rupiah): string =>
  say({ key: 'product.break_text', cartons, price: formatRupiah(price) })

/** What the next price step takes; opened, all of them, with the one that holds marked. Nothing where there are none. */
export function PriceSteps({ line: { variant, unitPrice, next } }: { line: ProposedLine }) {
  const { name, minCartons, wholesalePrice, breaks } = variant
  if (breaks.length === 0) return null
  const steps = [{ fromCartons: minCartons, price: wholesalePrice }, ...breaks]
  return (
    <details className="price-steps numbers">
      <summary>
        {next
          ? say({ key: 'planner.next_step', more: next.more, price: formatRupiah(next.price) })
          : t('planner.last_step')}
      </summary>
      <table>
        <caption className="visually-hidden">{say({ key: 'planner.steps', name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planner.step_from')}</th>
            <th scope="col">{t('planner.step_price')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ fromCartons, price }, i) => (
            <tr key={fromCartons} aria-current={price === unitPrice ? 'true' : undefined}>
              <th scope="row">{rangeOf(fromCartons, steps[i + 1]?.fromCartons)}</th>
              <td>{formatRupiah(price)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

// `1–4`, `5–19`, `20+`.
const rangeOf = (from: number, next: number | undefined): string =>
  next === undefined ? `${from}+` : next - 1 > from ? `${from}–${next - 1}` : String(from)
