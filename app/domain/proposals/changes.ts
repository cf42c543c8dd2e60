import { type Content, type ProductContent, productFields } from './content.ts'
import { type VariantContent, variantFields } from './variant-content.ts'

export type FieldChange<Of> = {
  [Field in keyof Of]: { field: Field; before: Of[Field] | undefined; after: Of[Field] }
}[keyof Of]

/** What a proposal does to one pack. `at` is its place among the proposed ones. */
export type VariantChange = {
  is: 'new' | 'changed' | 'same'
  at: number
  variantId: string | null
  fields: FieldChange<VariantContent>[]
}

/** What a proposal changes: of the product, of each pack it names, and which published packs it leaves as they are. */
export type Changes = {
  product: FieldChange<ProductContent>[]
  variants: VariantChange[]
  leftAlone: string[]
}

/** Field by field what differs from what is published. A pack is the same by its id, wherever it stands. */
export function changesOf(published: Content, proposed: Content): Changes {
  const named = new Set(proposed.variants.map(({ variantId }) => variantId))
  const variants = proposed.variants.map((after, at): VariantChange => {
    const { variantId } = after
    const before = published.variants.find((one) => one.variantId !== null && one.variantId === variantId)
    const fields = differing(variantFields, before, after) as FieldChange<VariantContent>[]
    const is = !before ? 'new' : fields.length ? 'changed' : 'same'
    return { is, at, variantId: before ? variantId : null, fields }
  })
  return {
    product: differing(productFields, published, proposed) as FieldChange<ProductContent>[],
    variants,
    leftAlone: published.variants.flatMap(({ variantId }) =>
      variantId && !named.has(variantId) ? [variantId] : [],
    ),
  }
}

function differing<Of>(fields: (keyof Of)[], before: Of | undefined, after: Of) {
  return fields.flatMap((field) =>
    before && isEqual(before[field], after[field])
      ? []
      : [{ field, before: before?.[field], after: after[field] }],
  )
}

const isEqual = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length &&
      one.every((each, i) =>
        Object.entries(each).every(([name, value]) => (other[i] as Record<string, unknown>)[name] === value),
      )
    : one === other

/** What is published once the changes are made: proposed packs in their order, then those that were left alone. */
export function withChanges(published: Content, { product, variants, leftAlone }: Changes): Content {
  const packs = variants.map(({ variantId, fields }) => {
    const before = published.variants.find((one) => variantId !== null && one.variantId === variantId)
    return { ...before, ...Object.fromEntries(fields.map(({ field, after }) => [field, after])) }
  })
  const others = published.variants.filter(({ variantId }) => variantId && leftAlone.includes(variantId))
  return {
    ...published,
    ...Object.fromEntries(product.map(({ field, after }) => [field, after])),
    variants: [...(packs as VariantContent[]), ...others],
  }
}
