import { warningsOf } from '#app/domain/proposals/checks.ts'
import { say, t } from '#app/messages/say.ts'
import { formatPercent } from '#app/platform/measure.ts'
import { formatRupiah, parseRupiah, times } from '#app/platform/money.ts'
import { Icon } from '#app/ui/icon.tsx'
import { BreakFields } from './break-fields.tsx'
import type { FormState } from './form-state.ts'
import { PriceInput } from './price-input.tsx'

type PriceFieldsProps = { state: FormState; producerName: string; onType(): void; prefix?: string }

export function PriceFields({ state, producerName, onType, prefix = '' }: PriceFieldsProps) {
  const input = { state, onType, prefix }
  return (
    <>
      <div className="two">
        <PriceInput {...input} name="wholesalePrice" help={t('product.help.wholesale')} />
        <PriceInput {...input} name="retailPrice" help={t('product.help.retail')} />
      </div>
      <PriceInput {...input} name="memberPrice" help={t('product.help.member')} />
      <Shares state={state} producerName={producerName} prefix={prefix} />
      <BreakFields state={state} onType={onType} prefix={prefix} />
    </>
  )
}

/** Who gets what of one piece, at once while the prices are typed. */
function Shares({ state: { typed }, producerName, prefix }: Omit<Required<PriceFieldsProps>, 'onType'>) {
  const [wholesale, retail, member] = ['wholesalePrice', 'retailPrice', 'memberPrice'].map((name) => {
    const text = typed[prefix + name]
    return text ? parseRupiah(text) : null
  })
  const units = Number(typed[`${prefix}unitsPerCarton`])
  const prices = { wholesalePrice: wholesale, retailPrice: retail, memberPrice: member }
  return (
    <>
      <dl className="shares" aria-live="polite">
        <div className="first">
          <dt>{say({ key: 'product.receives', name: producerName })}</dt>
          <dd>{member ? formatRupiah(member) : t('product.unknown')}</dd>
        </div>
        {wholesale && member && member <= wholesale ? (
          <div>
            <dt>
              {say({
                key: 'product.cooperative_share',
                share: formatPercent(Number(((wholesale - member) * 10_000n) / wholesale)),
              })}
            </dt>
            <dd>{formatRupiah(wholesale - member)}</dd>
          </div>
        ) : null}
        {wholesale && retail && wholesale <= retail ? (
          <div>
            <dt>{t('product.store_share')}</dt>
            <dd>{formatRupiah(retail - wholesale)}</dd>
          </div>
        ) : null}
        {wholesale && Number.isInteger(units) && units > 0 ? (
          <div>
            <dt>{say({ key: 'product.carton_price', units })}</dt>
            <dd>{formatRupiah(times(wholesale, units))}</dd>
          </div>
        ) : null}
      </dl>
      {warningsOf(prices).map((warning) => (
        <p className="warning" key={warning.key}>
          <Icon name="clock" />
          <span>{say(warning)}</span>
        </p>
      ))}
    </>
  )
}
