import { t } from '#app/messages/say.ts'
import { Problem } from '#app/ui/field.tsx'
import type { FormState } from './form-state.ts'

export type Producer = { id: string; name: string; village: string }

/** On whose behalf: first, and always in sight. */
export function WhoField({ producers, state }: { producers: Producer[]; state: FormState }) {
  const { drawn, typed, shown } = state
  const chosen = producers.find(({ id }) => id === typed.producerId)
  const errors = shown.producerId
  return (
    <div className={errors?.length ? 'field who-field wrong' : 'field who-field'}>
      <span className="initials" aria-hidden="true">
        {chosen ? initialsOf(chosen.name) : '?'}
      </span>
      <label htmlFor="producerId">{t('product.on_behalf')}</label>
      <select
        id="producerId"
        name="producerId"
        defaultValue={drawn.producerId ?? ''}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={errors?.length ? 'producerId-problem' : undefined}
      >
        <option value="">{t('product.choose_producer')}</option>
        {producers.map(({ id, name, village }) => (
          <option key={id} value={id}>
            {name}, {village}
          </option>
        ))}
      </select>
      <Problem id="producerId" errors={errors} />
    </div>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
