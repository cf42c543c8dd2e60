import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { Amount } from '#app/domain/shelf-plans/draft.ts'
import type { ProposedLine } from '#app/domain/shelf-plans/proposal.ts'
import { say, t } from '#app/messages/say.ts'
import { formatNumber, formatPercent, joinUnits } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { PriceSteps } from '../price-steps.tsx'

type OrderLineProps = {
  index: number
  line: ProposedLine
  isSelected: boolean
  problems: string[] | undefined
  setAmount: (amount: Amount) => void
}

/** One product of the order: how many fill the shelf, how many cartons that is, what it costs and leaves. */
export function OrderLine({ index, line, isSelected, problems, setAmount }: OrderLineProps) {
  const { variant, fill, cartons, proposedCartons, pieces, amount, margin, shortLife, stores } = line
  const name = (field: string) => `amounts[${index}].${field}`
  const type = (over: Partial<Amount>) => setAmount({ ...line.typed, ...over })
  const id = `cartons-${variant.id}`
  const wrong = wrongWith(line, problems)
  const row = useShown(isSelected)
  return (
    <li ref={row} className={isSelected ? 'ordered chosen' : 'ordered'}>
      <input type="hidden" name={name('variantId')} value={variant.id} />
      <input type="hidden" name={name('proposed')} value={proposedCartons} />
      <p className="what">{joinUnits(variant.name)}</p>
      <p className="amount numbers">{formatRupiah(amount)}</p>
      <p className="cartons">
        <label htmlFor={id}>
          {say({ key: 'planner.fill', fill })}
          <span className="visually-hidden">, {say({ key: 'planner.cartons_of', name: variant.name })}</span>
        </label>
        <Count
          id={id}
          name={name('cartons')}
          value={cartons}
          isWrong={wrong.length > 0}
          onCount={(count) => type({ cartons: count === proposedCartons ? null : count })}
        />
        <span>{say({ key: 'planner.carton_of', units: variant.unitsPerCarton })}</span>
      </p>
      <p className="price numbers">
        {say({
          key: 'planner.pieces_at',
          pieces: formatNumber(pieces),
          price: formatRupiah(line.unitPrice),
        })}
        {line.unitPrice < variant.wholesalePrice && (
          <>
            {' '}
            <s className="quiet">{formatRupiah(variant.wholesalePrice)}</s>
          </>
        )}
      </p>
      <PriceSteps line={line} />
      {shortLife && (
        <ShortLife
          index={index}
          line={line}
          shortLife={shortLife}
          onSales={(sales) => type({ dailySales: sales === shortLife.usualSales ? null : sales })}
        />
      )}
      <p className="more numbers">
        {say({
          key: 'planner.line_more',
          free: formatNumber(variant.free),
          margin: formatPercent(margin.basisPoints),
        })}
        {stores.length > 1 && `, ${say({ key: 'planner.in_stores', stores: stores.length })}`}
      </p>
      {wrong.length > 0 && (
        <p className="stop" id={`${id}-problem`}>
          {wrong.join(' ')}
        </p>
      )}
    </li>
  )
}

// What is selected on the shelf is seen in the order: its panel scrolls, the page does not.
function useShown(isSelected: boolean) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const panel = row.current?.closest('.order-parts')
    if (!isSelected || !row.current || !panel) return
    const [its, whole] = [row.current.getBoundingClientRect(), panel.getBoundingClientRect()]
    if (its.bottom > whole.bottom) panel.scrollTop += its.bottom - whole.bottom + 12
    else if (its.top < whole.top) panel.scrollTop -= whole.top - its.top + 60
  }, [isSelected])
  return row
}

function wrongWith(
  { variant, isBelowMinimum, isBelowFirstOrder, isOverWeek, isShort, pieces }: ProposedLine,
  problems: string[] = [],
) {
  if (problems.length) return problems
  const { minCartons: minimum, firstOrderCartons: first, weekLeft } = variant
  return [
    ...(isBelowMinimum ? [say({ key: 'planner.at_least', minimum })] : []),
    ...(isBelowFirstOrder && first !== null ? [say({ key: 'planner.first_order', minimum: first })] : []),
    ...(isOverWeek && weekLeft !== null
      ? [say({ key: 'planner.week_left', left: formatNumber(weekLeft), pieces: formatNumber(pieces) })]
      : []),
    ...(isShort
      ? [
          say({
            ...(variant.leastDaysLeft > 1
              ? { key: 'planner.stock_fresh', days: variant.leastDaysLeft }
              : { key: 'planner.stock_left' }),
            left: formatNumber(variant.free),
            pieces: formatNumber(pieces),
          }),
        ]
      : []),
  ]
}

type ShortLifeProps = {
  index: number
  line: ProposedLine
  shortLife: NonNullable<ProposedLine['shortLife']>
  onSales: (sales: number) => void
}

function ShortLife({ index, line, shortLife, onSales }: ShortLifeProps) {
  const { variant } = line
  const id = `sales-${variant.id}`
  return (
    <div className="short-life">
      <p>
        <label htmlFor={id}>{t('planner.sells_daily')}</label>
        <Count id={id} name={`amounts[${index}].dailySales`} value={shortLife.dailySales} onCount={onSales} />
        <span>{t('planner.a_day')}</span>
        <input type="hidden" name={`amounts[${index}].usualSales`} value={shortLife.usualSales} />
      </p>
      <p>
        {shortLife.sellableDays > 0
          ? say({
              key: 'planner.short_life',
              life: variant.shelfLifeDays,
              days: shortLife.sellableDays,
              sales: shortLife.dailySales * shortLife.sellableDays,
              pieces: shortLife.pieces,
            })
          : say({ key: 'planner.too_short', life: variant.shelfLifeDays })}
      </p>
    </div>
  )
}

type CountProps = {
  id: string
  name: string
  value: number
  isWrong?: boolean
  onCount: (count: number) => void
}

// What is being typed stays as typed; elsewhere the number follows the plan.
function Count({ id, name, value, isWrong, onCount }: CountProps) {
  const [text, setText] = useState<string | null>(null)
  function change({ target }: ChangeEvent<HTMLInputElement>) {
    setText(target.value)
    const count = Number(target.value)
    if (target.value && Number.isInteger(count) && count >= 1 && count <= 9999) onCount(count)
  }
  return (
    <input
      id={id}
      name={name}
      type="number"
      inputMode="numeric"
      min={1}
      max={9999}
      value={text ?? value}
      onChange={change}
      onBlur={() => setText(null)}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? `${id}-problem` : undefined}
    />
  )
}
