/** What is wrong with a form, in words: with the whole of it, and by field. */
export type Problems = { form: string[]; fields: Record<string, string[]> }

type Reply = { error?: Record<string, string[] | null> | null } | undefined

// What has a place of its own on the page is said there: a product of the order, a store, a field of "Taruh produk".
const hasPlace = /^(cartons|stores)\.|^(variantId|level|startMm|facings)$/

/** What an action answered as problems; what is said at its place is not said again for the whole. */
export function problemsFrom(reply: Reply): Problems {
  const { '': form, ...fields } = reply?.error ?? {}
  const known = Object.entries(fields).flatMap(([name, texts]) =>
    texts?.length ? [[name, texts] as const] : [],
  )
  const atPlace = new Set(known.flatMap(([name, texts]) => (hasPlace.test(name) ? texts : [])))
  const elsewhere = known.flatMap(([name, texts]) => (hasPlace.test(name) ? [] : texts))
  const whole = [...new Set([...(form ?? []), ...elsewhere])].filter((text) => !atPlace.has(text))
  return { form: whole, fields: Object.fromEntries(known) }
}
