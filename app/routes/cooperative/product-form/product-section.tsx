import { storages } from '#app/domain/proposals/rules.ts'
import { t } from '#app/messages/say.ts'
import { Field, Problem } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { PhotoField } from './photo-field.tsx'
import type { Typed } from './typed.ts'

export type Category = { slug: string; name: string }
type ProductFieldsProps = {
  state: FormState
  membershipId: string
  photosAt: string
  categories: Category[]
  onType(put?: Typed): void
}

export function ProductFields({ state, membershipId, photosAt, categories, onType }: ProductFieldsProps) {
  const field = fieldOf(state)
  return (
    <>
      <PhotoField state={state} membershipId={membershipId} photosAt={photosAt} onType={onType} />
      <Field label={t(labels.name)} field={field('name')} autoComplete="off" maxLength={80} />
      <Field label={t(labels.categorySlug)} field={field('categorySlug')}>
        {(control) => (
          <select {...control}>
            <option value="">{t('product.choose')}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
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
          maxLength={30}
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

function StorageChoice({ state: { drawn, shown } }: { state: FormState }) {
  const errors = shown.storage
  return (
    <fieldset className={errors?.length ? 'field wrong' : 'field'} aria-describedby="storage-problem">
      <legend>{t(labels.storage)}</legend>
      <div className="choice-row">
        {storages.map((storage, i) => (
          <label key={storage}>
            <input
              type="radio"
              name="storage"
              id={i === 0 ? 'storage' : undefined}
              value={storage}
              defaultChecked={drawn.storage === storage}
            />
            <span>{t(`storage.${storage}`)}</span>
          </label>
        ))}
      </div>
      <Problem id="storage" errors={errors} />
    </fieldset>
  )
}
