import type { ShelfMeasure } from '#app/domain/shelves/rules.ts'
import { cartonsFor, fillOf, type PackMeasure } from '#app/domain/shelves/rules.ts'
import { leastDaysLeft } from '#app/domain/stores/chain-rules.ts'
import type { Day } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import { type PriceBreak, priceFor, stepFor } from './pricing.ts'
import type { OrderTerms } from './terms-queries.server.ts'

export type Placement = { shelfId: string; variantId: string; startMm: number; facings: number }

/** What a buyer orders: facings on shelves for `[startsOn, endsOn)`, and cartons where they differ from the proposal. */
export type PlaceShelfOrder = {
  orderId: string
  startsOn: Day
  endsOn: Day
  placements: Placement[]
  cartons: { storeId: string; variantId: string; cartons: number }[]
}

export type OrderedVariant = PackMeasure &
  OrderTerms & {
    id: string
    name: string
    cooperativeId: string
    cooperativeIsPkp: boolean
    unitsPerCarton: number
    minCartons: number
    shelfLifeDays: number
    wholesalePrice: Rupiah
    retailPrice: Rupiah
    memberPrice: Rupiah
    memberTerms: 'bought' | 'titipan'
    ppnClass: 'taxable' | 'exempt'
  }

/** A shelf of the buyer's chain, with the grams that stand on it in the period. */
export type OrderedShelf = ShelfMeasure & { id: string; storeId: string; level: number; loadG: number }

type DrawnPlacement = Omit<Placement, 'shelfId' | 'variantId'> & { shelf: OrderedShelf; field: string }

/** One line per store and variant, with the placements it fills. */
export type DrawnLine = {
  id: string
  storeId: string
  variantId: string
  variant: OrderedVariant
  status: 'asked'
  cartons: number
  unitsPerCarton: number
  /** By what is ordered of the variant for all stores together; with the step that it reaches. */
  unitPrice: Rupiah
  step: PriceBreak | null
  /** Of its life, when it is delivered: the chain's rule as it is now. */
  leastDaysLeft: number
  placements: DrawnPlacement[]
  /** Where the form shows what is wrong with the quantity. */
  field: string
}

/**
 * The lines of an order. Without cartons of its own a line gets what fills its facings.
 *
 * @throws Refusal `invalid`, at the line's field, below the variant's minimum; `not_found` for cartons of nothing placed.
 */
export function linesOf(
  { placements, cartons }: PlaceShelfOrder,
  variants: Map<string, OrderedVariant>,
  shelves: Map<string, OrderedShelf>,
  { leastRemainingLifePercent }: { leastRemainingLifePercent: number },
): DrawnLine[] {
  const lines = new Map<string, DrawnLine>()
  placements.forEach(({ shelfId, variantId, startMm, facings }, i) => {
    const [variant, shelf] = [variants.get(variantId), shelves.get(shelfId)]
    if (!variant || !shelf) throw notFound()
    const key = `${shelf.storeId} ${variantId}`
    const line = lines.get(key) ?? emptyLine(variant, shelf.storeId, leastRemainingLifePercent)
    const field = `placements[${i}].startMm`
    lines.set(key, line)
    line.placements.push({ shelf, startMm, facings, field })
    line.field ||= field
  })
  cartons.forEach(({ storeId, variantId, cartons: wanted }, i) => {
    const line = lines.get(`${storeId} ${variantId}`)
    if (!line) throw notFound()
    line.cartons = wanted
    line.field = `cartons[${i}].cartons`
    if (wanted >= line.variant.minCartons) return
    const message = {
      key: 'cartons.minimum',
      name: line.variant.name,
      minimum: line.variant.minCartons,
    } as const
    throw new Refusal('invalid', message, { [line.field]: message })
  })
  for (const line of lines.values()) line.cartons ||= cartonsToFill(line)
  for (const theirs of Map.groupBy(lines.values(), ({ variantId }) => variantId).values()) {
    const together = theirs.reduce((sum, line) => sum + line.cartons, 0)
    for (const line of theirs) {
      line.step = stepFor(together, line.variant.breaks)
      line.unitPrice = priceFor(together, line.variant)
    }
  }
  return [...lines.values()]
}

function emptyLine(variant: OrderedVariant, storeId: string, lifePercent: number): DrawnLine {
  return {
    id: newId('line'),
    storeId,
    variantId: variant.id,
    variant,
    status: 'asked',
    cartons: 0,
    unitsPerCarton: variant.unitsPerCarton,
    unitPrice: variant.wholesalePrice,
    step: null,
    leastDaysLeft: leastDaysLeft(variant.shelfLifeDays, lifePercent),
    placements: [],
    field: '',
  }
}

function cartonsToFill({ variant, placements }: DrawnLine): number {
  const fill = placements.reduce((sum, { facings, shelf }) => sum + fillOf(facings, variant, shelf), 0)
  return cartonsFor(fill, variant)
}
