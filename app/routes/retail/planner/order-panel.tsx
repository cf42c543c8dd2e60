import { type FormEvent, type ReactNode, type RefObject, useState } from 'react'
import type { Applied } from '#app/domain/shelf-plans/apply-plan.ts'
import type { Amount } from '#app/domain/shelf-plans/draft.ts'
import type { Proposal } from '#app/domain/shelf-plans/proposal.ts'
import { say, t } from '#app/messages/say.ts'
import { formatPercent } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { MembershipField } from '../../portal.tsx'
import { ApplyTo } from './apply-to.tsx'
import { OrderLine } from './order-line.tsx'
import type { Problems } from './problems.ts'

type OrderPanelProps = {
  proposal: Proposal
  applied: Applied[]
  chosen: string[]
  choose: (fixtureIds: string[]) => void
  selectedVariantId: string | null
  setAmount: (amount: Amount) => void
  problems: Problems
  hidden: Record<'membershipId' | 'orderId' | 'planId' | 'version' | 'startsOn' | 'endsOn', string>
  /** How the draft is kept, in words. */
  status: ReactNode
  isBusy: boolean
  form: RefObject<HTMLFormElement>
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** What the plan orders, by cooperative; one form, which also works without JavaScript. */
export function OrderPanel(props: OrderPanelProps) {
  const { proposal, applied, chosen, choose, selectedVariantId, setAmount, problems, hidden, status } = props
  const { membershipId, ...fields } = hidden
  let index = 0
  return (
    <form ref={props.form} method="post" onSubmit={props.onSubmit} className="order-form">
      <MembershipField membershipId={membershipId} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <header>
        <h2>{t('planner.order')}</h2>
        <span className="quiet micro numbers">{status}</span>
      </header>
      <div className="order-parts">
        {problems.form.length > 0 && (
          <p className="band stop" role="alert">
            {problems.form.join(' ')}
          </p>
        )}
        {proposal.parts.length === 0 && <p className="quiet small nothing">{t('planner.order_nothing')}</p>}
        {proposal.parts.map((part) => (
          <Part
            key={part.cooperative.id}
            title={part.cooperative.name}
            amount={formatRupiah(part.amount)}
            text={say({ key: 'planner.part', products: part.lines.length, cartons: part.cartons })}
            isOpen={
              proposal.parts.length < 5 ||
              part.lines.some(
                ({ variant }) => variant.id === selectedVariantId || problems.fields[`cartons.${variant.id}`],
              )
            }
          >
            {part.lines.map((line) => (
              <OrderLine
                key={line.variant.id}
                index={index++}
                line={line}
                isSelected={line.variant.id === selectedVariantId}
                problems={problems.fields[`cartons.${line.variant.id}`]}
                setAmount={setAmount}
              />
            ))}
          </Part>
        ))}
        {proposal.parts.length > 0 && (
          <ApplyTo applied={applied} chosen={chosen} choose={choose} problems={problems} />
        )}
      </div>
      <Sums {...props} />
    </form>
  )
}

type PartProps = { title: string; amount: string; text: string; isOpen: boolean; children: ReactNode }

function Part({ title, amount, text, isOpen, children }: PartProps) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isShown = chosen ?? isOpen
  return (
    <details
      className="supplier"
      open={isShown}
      onToggle={({ currentTarget }) => currentTarget.open !== isShown && setChosen(currentTarget.open)}
    >
      <summary>
        <strong>{title}</strong>
        <span className="numbers">{amount}</span>
        <small>{text}</small>
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

function Sums({ proposal, isBusy }: OrderPanelProps) {
  const { parts, products, cartons, stores, amount, margin } = proposal
  const isShort = parts.some(({ lines }) =>
    lines.some((line) => line.isShort || line.isBelowMinimum || line.isBelowFirstOrder || line.isOverWeek),
  )
  return (
    <div className="sums">
      <dl>
        {parts.length > 0 && (
          <>
            <div>
              <dt>{say({ key: 'planner.cooperatives', count: parts.length })}</dt>
              <dd>{say({ key: 'planner.contents', products, cartons, stores })}</dd>
            </div>
            <div>
              <dt>{t('planner.margin')}</dt>
              <dd>
                {formatRupiah(margin.amount)}, {formatPercent(margin.basisPoints)}
              </dd>
            </div>
          </>
        )}
        <div className="last">
          <dt>{t('planner.total')}</dt>
          <dd>{formatRupiah(amount)}</dd>
        </div>
      </dl>
      {isShort && <p className="stop small">{t('planner.mend_first')}</p>}
      <noscript>
        <button type="submit" name="intent" value="amounts" className="button second">
          {t('planner.reckon')}
        </button>
      </noscript>
      <button
        type="submit"
        name="intent"
        value="order"
        className="button main"
        aria-busy={isBusy}
        aria-keyshortcuts="Control+Enter"
      >
        {isBusy ? t('form.sending') : t('planner.send')}
        <kbd>Ctrl Enter</kbd>
      </button>
    </div>
  )
}
