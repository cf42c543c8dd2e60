import type { FormEvent } from 'react'
import { type Message, say, t } from '#app/messages/say.ts'
import { Field } from '#app/ui/field.tsx'
import { MembershipField } from '../../portal.tsx'
import type { Problems } from './problems.ts'

type Typed = Record<string, unknown> | null
type PlaceFormProps = {
  products: { id: string; name: string }[]
  levels: number[]
  hidden: { membershipId: string; placementId: string; startsOn: string; endsOn: string }
  problems: Problems
  typed: Typed
  /** Why the last try in the browser was refused. */
  refused: Message | null
  place: (typed: { variantId: string; level: number | null; startMm: number | null; facings: number }) => void
}

/** Putting a product by numbers: the whole of the planner without a pointer, and without JavaScript. */
export function PlaceForm({ products, levels, hidden, problems, typed, refused, place }: PlaceFormProps) {
  const { membershipId, ...fields } = hidden
  const isAtFault = Object.keys(problems.fields).some((name) => fieldNames.includes(name))
  const field = (name: (typeof fieldNames)[number], initialValue = '') => ({
    id: `place-${name}`,
    name,
    errors: name === 'startMm' && refused ? [say(refused)] : problems.fields[name],
    initialValue: typeof typed?.[name] === 'string' ? typed[name] : initialValue,
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = (name: string) => (form.get(name) ? Number(form.get(name)) : null)
    place({
      variantId: String(form.get('variantId')),
      level: number('level'),
      startMm: number('startMm'),
      facings: number('facings') ?? 1,
    })
  }
  return (
    <details className="place-form" open={isAtFault || undefined}>
      <summary>{t('planner.place_by_numbers')}</summary>
      <form method="post" onSubmit={submit}>
        <MembershipField membershipId={membershipId} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field label={t('planner.product')} field={field('variantId')}>
          {(control) => (
            <select {...control} required>
              {products.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('planner.board')} field={field('level')}>
          {(control) => (
            <select {...control}>
              <option value="">{t('planner.first_free')}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {say({ key: 'planner.board_number', level })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('planner.from_left')}
          help={t('planner.from_left_help')}
          after="mm"
          field={field('startMm')}
          type="number"
          inputMode="numeric"
          min={0}
          max={10_000}
        />
        <Field
          label={t('planner.facings')}
          field={field('facings', '1')}
          type="number"
          inputMode="numeric"
          min={1}
          max={200}
          required
        />
        <button type="submit" name="intent" value="place" className="button second dense">
          {t('planner.put')}
        </button>
      </form>
    </details>
  )
}

const fieldNames = ['variantId', 'level', 'startMm', 'facings']
