import type { Field } from './columns.ts'
import { readText } from './values.ts'

/** A column of text of at most so many characters. */
export const text = (
  name: string,
  header: string,
  longest: number,
  said: Pick<Field, 'synonyms' | 'example' | 'help'>,
): Field => ({ name, header, ...said, read: (text) => readText(text, longest) })
