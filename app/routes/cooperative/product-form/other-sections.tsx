import { readBpomNumber } from '#app/domain/identifiers/bpom.ts'
import { readHalalNumber } from '#app/domain/identifiers/halal.ts'
import { longest } from '#app/domain/proposals/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { pirtText } from './typed.ts'

const digits = { inputMode: 'numeric', autoComplete: 'off' } as const

export function CartonFields({ state, prefix }: { state: FormState; prefix?: string }) {
  const field = fieldOf(state, prefix)
  return (
    <>
      <Field
        {...digits}
        label={t(labels.unitsPerCarton)}
        field={field('unitsPerCarton')}
        after={t('unit.pieces')}
        maxLength={5}
      />
      <div className="two">
        <Field
          {...digits}
          label={t(labels.minCartons)}
          field={field('minCartons')}
          after={t('unit.cartons')}
          maxLength={3}
        />
        <Field
          {...digits}
          label={t(labels.leadTimeDays)}
          field={field('leadTimeDays')}
          after={t('unit.days')}
          maxLength={3}
        />
      </div>
      <div className="two">
        <Field
          {...digits}
          label={t(labels.firstOrderCartons)}
          help={t('product.help.first_order')}
          field={field('firstOrderCartons')}
          after={t('unit.cartons')}
          maxLength={3}
        />
        <Field
          {...digits}
          label={t(labels.weeklyCapacityPieces)}
          field={field('weeklyCapacityPieces')}
          after={t('unit.pieces')}
          maxLength={7}
        />
      </div>
    </>
  )
}

export function PermitFields({ state }: { state: FormState }) {
  const field = fieldOf(state)
  const { typed, findings } = state
  const isRight = (name: 'halalNumber' | 'bpomNumber') => typed[name] && !findings[name]
  return (
    <>
      <div>
        <Field label={t(labels.pirtNumber)} field={field('pirtNumber')} autoComplete="off" maxLength={30} />
        {!findings.pirtNumber && <Right text={pirtText(typed.pirtNumber)} />}
      </div>
      <div>
        <Field label={t(labels.halalNumber)} field={field('halalNumber')} autoComplete="off" maxLength={30} />
        {isRight('halalNumber') && 'value' in readHalalNumber(typed.halalNumber ?? '') && (
          <Right text={t('halal.right')} />
        )}
      </div>
      <div>
        <Field label={t(labels.bpomNumber)} field={field('bpomNumber')} autoComplete="off" maxLength={30} />
        {isRight('bpomNumber') && 'value' in readBpomNumber(typed.bpomNumber ?? '') && (
          <Right text={t('bpom.right')} />
        )}
      </div>
      <p className="quiet small">{t('product.help.permit')}</p>
    </>
  )
}

/** What a check of a number's format found, where it is right. */
function Right({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <p className="right">
      <Icon name="check" />
      <span>{text}</span>
    </p>
  )
}

export function StockFields({ state, prefix }: { state: FormState; prefix?: string }) {
  const field = fieldOf(state, prefix)
  return (
    <>
      <div className="two">
        <Field
          {...digits}
          label={t(labels.lotQuantity)}
          field={field('lotQuantity')}
          after={t('unit.pieces')}
          maxLength={7}
        />
        <Field
          label={t(labels.lotBestBefore)}
          field={field('lotBestBefore')}
          type="date"
          min={state.today}
          max="9999-12-31"
        />
      </div>
      <p className="quiet small">{t('product.help.stock')}</p>
    </>
  )
}

export function StoryFields({ state }: { state: FormState }) {
  const field = fieldOf(state)
  return (
    <>
      <Field label={t(labels.brand)} field={field('brand')} autoComplete="off" maxLength={longest.brand} />
      <Field
        label={t(labels.story)}
        help={`${t('product.help.story')} ${say({ key: 'product.help.limit', count: formatNumber(longest.story) })}`}
        field={field('story')}
      >
        {(control) => <textarea {...control} rows={5} maxLength={longest.story} />}
      </Field>
    </>
  )
}
