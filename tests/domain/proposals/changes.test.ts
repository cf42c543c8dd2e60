import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf, withChanges } from '#app/domain/proposals/changes.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { memberTerms, packs, processings, storages } from '#app/domain/proposals/rules.ts'
import type { VariantContent } from '#app/domain/proposals/variant-content.ts'

const word = fc.string({ maxLength: 12 })
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const number = maybe(fc.integer({ min: 1, max: 999 }))
const price = maybe(fc.bigInt({ min: 1n, max: 999_999n }))
const ids = ['var_1', 'var_2', 'var_3', 'var_4']

const variant = (variantId: fc.Arbitrary<string | null>): fc.Arbitrary<VariantContent> =>
  fc.record({
    variantId,
    isEnded: fc.boolean(),
    ownCode: maybe(word),
    pack: maybe(fc.constantFrom(...packs)),
    netContent: maybe(word),
    gtin: maybe(word),
    widthMm: number,
    heightMm: number,
    depthMm: number,
    weightG: number,
    stackable: maybe(fc.boolean()),
    storage: maybe(fc.constantFrom(...storages)),
    shelfLifeDays: number,
    unitsPerCarton: number,
    minCartons: number,
    firstOrderCartons: number,
    leadTimeDays: number,
    weeklyCapacityPieces: number,
    retailPrice: price,
    wholesalePrice: price,
    breaks: fc.array(
      fc.record({ fromCartons: fc.integer({ min: 2, max: 99 }), price: fc.bigInt({ min: 1n, max: 99n }) }),
      { maxLength: 5 },
    ),
    memberPrice: price,
    memberTerms: fc.constantFrom(...memberTerms),
    lotQuantity: number,
    lotBestBefore: maybe(fc.constant('2027-01-01')),
  })

const content = (variants: fc.Arbitrary<VariantContent[]>): fc.Arbitrary<Content> =>
  fc.record({
    producerId: word,
    photoId: maybe(word),
    name: word,
    categorySlug: maybe(word),
    processing: maybe(fc.constantFrom(...processings)),
    brand: word,
    story: word,
    halalNumber: maybe(word),
    pirtNumber: maybe(word),
    bpomNumber: maybe(word),
    variants,
  })

const distinct = { selector: ({ variantId }: VariantContent) => variantId ?? Symbol('new') }
const published = content(
  fc.uniqueArray(variant(fc.constantFrom(...ids)), { ...distinct, minLength: 1, maxLength: 4 }),
)
const proposed = content(
  fc.uniqueArray(variant(maybe(fc.constantFrom(...ids))), { ...distinct, minLength: 1, maxLength: 5 }),
)

test('what differs, made on what is published, is what was proposed, and packs not named stay as they are', () => {
  fc.assert(
    fc.property(published, proposed, (before, after) => {
      const named = new Set(after.variants.map(({ variantId }) => variantId))
      const others = before.variants.filter(({ variantId }) => !named.has(variantId))
      expect(withChanges(before, changesOf(before, after))).toEqual({
        ...after,
        variants: [...after.variants, ...others],
      })
    }),
    { numRuns: 300 },
  )
})

test('what says the same changes nothing, however its packs are ordered', () => {
  fc.assert(
    fc.property(published, (before) => {
      const { product, variants, leftAlone } = changesOf(before, {
        ...before,
        variants: before.variants.toReversed(),
      })
      expect(product).toEqual([])
      expect(leftAlone).toEqual([])
      expect(new Set(variants.map(({ is }) => is))).toEqual(new Set(['same']))
    }),
  )
})

test('one field that differs is one change, with what was and what will be', () => {
  fc.assert(
    fc.property(published, fc.bigInt({ min: 1n, max: 99n }), (before, more) => {
      const [first, ...rest] = before.variants
      if (!first) return
      const retailPrice = (first.retailPrice ?? 0n) + more
      const changes = changesOf(before, { ...before, variants: [{ ...first, retailPrice }, ...rest] })
      expect(changes.variants[0]).toMatchObject({
        is: 'changed',
        fields: [{ field: 'retailPrice', before: first.retailPrice, after: retailPrice }],
      })
      expect(changes.product).toEqual([])
    }),
  )
})
