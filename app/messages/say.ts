import { id } from './id.ts'

export type MessageKey = keyof typeof id

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Value = string | number | bigint

type Plain = { [Key in MessageKey]: Names<(typeof id)[Key]> extends never ? Key : never }[MessageKey]
type Filled = Exclude<MessageKey, Plain>

/**
 * A key with the values its text asks for: `{ key: 'stock.short', name: 'Sari apel', left: 3 }`.
 *
 * Those without values are one member of the union: a member for each would be more than the compiler compares.
 */
export type Message =
  | { key: Plain }
  | { [Key in Filled]: { key: Key } & Record<Names<(typeof id)[Key]>, Value> }[Filled]

/** The text of a message, with its values filled in. */
export function say(message: Message): string {
  const values: Record<string, Value> = message
  return id[message.key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}

/** The text of a message that asks for no values. */
export const t = (key: Plain): string => id[key]

/** The text of what a schema found: its message is a key, and the limits it names are the values. */
export function sayIssue(issue: { message: string }): string {
  const key = issue.message in id ? issue.message : 'form.invalid'
  return say({ ...issue, key } as Message)
}

/** Names a message in a schema, where only text is accepted. */
export const key = (key: MessageKey): string => key
