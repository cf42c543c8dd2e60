import { t } from '#app/messages/say.ts'
import type { AnsweredField } from '#app/platform/answered-form.ts'
import { Field } from '#app/ui/field.tsx'

type Props = { field: AnsweredField; villages: { code: string; name: string; isOwn: boolean }[] }

/** The village a producer works in; the cooperative's own first. */
export function VillageField({ field, villages }: Props) {
  return (
    <Field label={t('member.village')} field={field}>
      {(control) => (
        <select {...control} autoComplete="off">
          {villages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
