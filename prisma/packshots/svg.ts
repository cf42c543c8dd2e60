/** A length as it is written into a drawing: a tenth of a millimetre is fine enough to print. */
export const round = (value: number): string => String(Math.round(value * 10) / 10)

/** Marks of SVG in which every number is rounded. */
export function svg(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  return texts.reduce((all, text, i) => {
    const value = values[i - 1] ?? ''
    return all + (typeof value === 'number' ? round(value) : value) + text
  })
}

/** `f(0)` to `f(count - 1)`, one after the other. */
export const repeat = (count: number, f: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => f(i)).join('')

/** A number from a name: the same drawing every time, and another for another pack. */
export const hashOf = (name: string): number =>
  [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7)
