import type { AnsweredField } from '#app/platform/answered-form.ts'
import type { Day } from '#app/platform/calendar.ts'
import {
  type Errors,
  type FieldName,
  fieldsIn,
  type Section,
  type Standing,
  sections,
  standingOf,
  type Typed,
} from './typed.ts'

/** What the parts of the form need: what stands in it, and what is said about it. */
export type FormState = {
  /** What the form was drawn with; the fields themselves hold what is typed from then on. */
  drawn: Typed
  typed: Typed
  today: Day
  photoHash: string | undefined
  /** Everything that is wrong or missing, for the readiness list. */
  findings: Errors
  /** What is said at the fields now. */
  shown: Errors
}

export type FieldOf = (name: FieldName | `breaks[${number}].${'fromCartons' | 'price'}`) => AnsweredField

/** The field as `Field` draws it; with a prefix, of a further pack. */
export const fieldOf =
  ({ drawn, shown }: FormState, prefix = ''): FieldOf =>
  (field) => {
    const name = prefix + field
    return { id: name, name, errors: shown[name], initialValue: drawn[name] }
  }

/** Where every section stands. */
export function standingsOf({ typed, findings }: FormState): Record<Section, Standing> {
  const names = Object.keys(sections) as Section[]
  return Object.fromEntries(names.map((name) => [name, standingOf(name, typed, findings)])) as Record<
    Section,
    Standing
  >
}

/** Whether something is said at a field of the section. */
export const hasProblem = (section: Section, shown: Errors): boolean =>
  fieldsIn(section, {}, shown).some((name) => shown[name])
