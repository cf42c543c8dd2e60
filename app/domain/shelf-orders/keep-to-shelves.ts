import { fillOf, type Misfit, misfitsOf } from '#app/domain/shelves/rules.ts'
import type { Message } from '#app/messages/say.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { notFound, Refusal } from '#app/platform/refusal.ts'
import type { OrderedShelf, OrderedVariant, Placement } from './lines.ts'

/**
 * Holds every placement against its shelf, and the load of each board against what it carries.
 *
 * @throws Refusal `not_found` for a variant or shelf that is not there, `invalid` at the placement that does not fit.
 */
export function keepToShelves(
  placements: Placement[],
  variants: Map<string, OrderedVariant>,
  shelves: Map<string, OrderedShelf>,
): void {
  const loads = new Map<string, number>()
  placements.forEach(({ shelfId, variantId, startMm, facings }, i) => {
    const [variant, shelf] = [variants.get(variantId), shelves.get(shelfId)]
    if (!variant || !shelf) throw notFound()
    const field = `placements[${i}].startMm`
    const [misfit] = misfitsOf(variant, facings, startMm, shelf)
    if (misfit) throw refusalOf(misfit, variant.name, shelf.level, field)
    const loadG = (loads.get(shelfId) ?? shelf.loadG) + fillOf(facings, variant, shelf) * variant.weightG
    loads.set(shelfId, loadG)
    const byG = loadG - shelf.maxLoadG
    if (byG > 0) throw refusalOf({ kind: 'too_heavy', byG }, variant.name, shelf.level, field)
  })
}

function refusalOf(misfit: Misfit, name: string, level: number, field: string): Refusal {
  const message = messageOf(misfit, name, level)
  return new Refusal('invalid', message, { [field]: message })
}

/** Why a pack cannot stand on a board, in words: by how many mm or kg. */
export function messageOf(misfit: Misfit, name: string, level: number): Message {
  switch (misfit.kind) {
    case 'wrong_storage':
      return { key: `shelf.wrong_storage.${misfit.needs}`, name, level }
    case 'too_heavy':
      return { key: 'shelf.too_heavy', name, level, by: formatNumber(Math.ceil(misfit.byG / 100) / 10) }
    case 'too_wide':
      return { key: 'shelf.too_wide', name, level, by: formatNumber(misfit.byMm) }
    case 'too_high':
      return { key: 'shelf.too_high', name, level, by: formatNumber(misfit.byMm) }
    case 'too_deep':
      return { key: 'shelf.too_deep', name, level, by: formatNumber(misfit.byMm) }
  }
}
