import type { SubmissionResult } from '@conform-to/react'
import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'

type Props = {
  categories: { slug: string; name: string }[]
  chosen: string[]
  result: SubmissionResult<string[]> | undefined
}

/** Which kinds of goods a producer makes. */
export function CategoriesField({ categories, chosen, result }: Props) {
  const errors = result?.error?.categories ?? undefined
  const typed = result?.initialValue?.categories
  const kept = result?.initialValue ? [typed].flat() : chosen
  return (
    <fieldset
      className={errors ? 'field wrong' : 'field'}
      aria-describedby={errors ? 'categories-problem' : undefined}
    >
      <legend>{t('member.categories')}</legend>
      <div className="checks">
        {categories.map(({ slug, name }) => (
          <label className="check" key={slug}>
            <input type="checkbox" name="categories" value={slug} defaultChecked={kept.includes(slug)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <Problem id="categories" errors={errors} />
    </fieldset>
  )
}
