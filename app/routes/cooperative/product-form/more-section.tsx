import type { MouseEvent } from 'react'
import { prefixOf } from '#app/domain/proposals/rules.ts'
import { say, t } from '#app/messages/say.ts'
import { Field } from '#app/ui/field.tsx'
import { EndedCheck } from './ended-check.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { CartonFields, StockFields } from './other-sections.tsx'
import { CodeFields, ShapeFields } from './pack-section.tsx'
import { PriceFields } from './price-section.tsx'
import { StorageChoice } from './product-section.tsx'
import { mayAddRow, rowsIn } from './rows.ts'
import { packedSummary, sizeSummary } from './summaries.ts'
import { TermsChoice } from './terms-choice.tsx'

export type MoreFieldsProps = {
  state: FormState
  producerName: string
  /** A change brings no stock, and packs that were published are ended, not removed. */
  isChange: boolean
  onType(): void
  /** Adds or takes away a row in the page; without JavaScript the server answers with the form. */
  onRows(intent: string): void
}

/** Further packs of the product: each begins as a copy of the one before. */
export function MoreFields(props: MoreFieldsProps) {
  const { state, onRows } = props
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    onRows(event.currentTarget.value)
  }
  return (
    <>
      {Array.from({ length: rowsIn(state.drawn) }, (_, i) => (
        <Size key={i} {...props} at={i} onPress={press} />
      ))}
      {mayAddRow(state.drawn) && (
        <div>
          <button className="button second" type="submit" name="intent" value="add" onClick={press}>
            {t('product.size_add')}
          </button>
          <p className="quiet small">{t('product.size_add_help')}</p>
        </div>
      )}
    </>
  )
}

type SizeProps = MoreFieldsProps & { at: number; onPress(event: MouseEvent<HTMLButtonElement>): void }

function Size({ state, at, producerName, isChange, onType, onPress }: SizeProps) {
  const prefix = prefixOf(at + 1)
  const field = fieldOf(state, prefix)
  const { drawn, typed, shown } = state
  const variantId = drawn[`${prefix}variantId`]
  const isWrong = foldedFields.some((name) => shown[prefix + name])
  const isAnyWrong = Object.keys(shown).some((name) => name.startsWith(prefix))
  const content = typed[`${prefix}netContent`]
  const name = content
    ? say({ key: 'review.size', name: content })
    : say({ key: 'product.size_number', number: at + 2 })
  return (
    <details className="size" open={!variantId || isAnyWrong || undefined}>
      <summary>
        {name}
        <span className="quiet small numbers">{sizeSummary(typed, prefix)}</span>
      </summary>
      <fieldset id={`${prefix}size`}>
        <legend className="visually-hidden">{name}</legend>
        <input type="hidden" name={`${prefix}row`} value="on" />
        {variantId && <input type="hidden" name={`${prefix}variantId`} value={variantId} />}
        <Field
          label={t(labels.netContent)}
          help={t('product.help.net_content')}
          field={field('netContent')}
          autoComplete="off"
          maxLength={30}
        />
        <CodeFields state={state} onType={onType} prefix={prefix} />
        <PriceFields state={state} producerName={producerName} onType={onType} prefix={prefix} />
        <details className="folded" open={isWrong || undefined}>
          <summary>
            {t('product.size_same')}
            <span className="quiet small">
              {variantId ? packedSummary(typed, prefix) : t('product.size_same_help')}
            </span>
          </summary>
          <ShapeFields state={state} onType={onType} prefix={prefix} />
          <CartonFields state={state} prefix={prefix} />
          <Field
            label={t(labels.shelfLifeDays)}
            help={t('product.help.shelf_life')}
            field={field('shelfLifeDays')}
            after={t('unit.days')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
          />
          <StorageChoice state={state} prefix={prefix} />
          <TermsChoice state={state} prefix={prefix} />
          {!isChange && <StockFields state={state} prefix={prefix} />}
        </details>
        {variantId ? (
          <EndedCheck state={state} prefix={prefix} />
        ) : (
          <button
            className="button plain"
            type="submit"
            name="intent"
            value={`remove-${at}`}
            onClick={onPress}
          >
            {t('product.size_remove')}
          </button>
        )}
      </fieldset>
    </details>
  )
}

const foldedFields = [
  'pack',
  'widthMm',
  'heightMm',
  'depthMm',
  'weightG',
  'unitsPerCarton',
  'minCartons',
  'firstOrderCartons',
  'leadTimeDays',
  'weeklyCapacityPieces',
  'shelfLifeDays',
  'storage',
  'lotQuantity',
  'lotBestBefore',
]
