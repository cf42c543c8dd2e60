import { longest, processings, storages } from '#app/domain/proposals/rules.ts'
import type { Processing } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'
import { Field, Problem } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { PhotoField } from './photo-field.tsx'
import type { Typed } from './typed.ts'

export type Category = { slug: string; name: string; usualProcessing: Processing | null }
type ProductFieldsProps = {
  state: FormState
  membershipId: string
  photosAt: string
  proposalId: string
  categories: Category[]
  onType(put?: Typed): void
  onPending(count: number): void
}

export function ProductFields({ state, categories, ...photos }: ProductFieldsProps) {
  const field = fieldOf(state)
  return (
    <>
      <PhotoField state={state} {...photos} />
      <Field label={t(labels.name)} field={field('name')} autoComplete="off" maxLength={longest.name} />
      <Field label={t(labels.categorySlug)} field={field('categorySlug')}>
        {(control) => (
          <select {...control} onChange={({ currentTarget }) => chooseProcessing(currentTarget, categories)}>
            <option value="">{t('product.choose')}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(labels.processing)} help={t('product.help.processing')} field={field('processing')}>
        {(control) => (
          <select {...control}>
            <option value="">{t('product.processing_usual')}</option>
            {processings.map((processing) => (
              <option key={processing} value={processing}>
                {t(`processing.${processing}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two">
        <Field
          label={t(labels.netContent)}
          help={t('product.help.net_content')}
          field={field('netContent')}
          autoComplete="off"
          maxLength={longest.netContent}
        />
        <Field
          label={t(labels.shelfLifeDays)}
          help={t('product.help.shelf_life')}
          field={field('shelfLifeDays')}
          after={t('unit.days')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
        />
      </div>
      <StorageChoice state={state} />
    </>
  )
}

// What was chosen by hand stays; what only came with another kind of goods follows.
function chooseProcessing({ form, value }: HTMLSelectElement, categories: Category[]): void {
  const field = form?.elements.namedItem('processing')
  const usual = categories.find(({ slug }) => slug === value)?.usualProcessing
  if (!(field instanceof HTMLSelectElement) || !usual) return
  if (field.value !== '' && field.value !== field.dataset.usual) return
  field.value = usual
  field.dataset.usual = usual
}

export function StorageChoice({
  state: { drawn, shown },
  prefix = '',
}: {
  state: FormState
  prefix?: string
}) {
  const errors = shown[`${prefix}storage`]
  return (
    <fieldset
      className={errors?.length ? 'field wrong' : 'field'}
      aria-describedby={`${prefix}storage-problem`}
    >
      <legend>{t(labels.storage)}</legend>
      <div className="choice-row">
        {storages.map((storage, i) => (
          <label key={storage}>
            <input
              type="radio"
              name={`${prefix}storage`}
              id={i === 0 ? `${prefix}storage` : undefined}
              value={storage}
              defaultChecked={drawn[`${prefix}storage`] === storage}
            />
            <span>{t(`storage.${storage}`)}</span>
          </label>
        ))}
      </div>
      <Problem id={`${prefix}storage`} errors={errors} />
    </fieldset>
  )
}
