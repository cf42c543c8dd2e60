// What one pack, and all of them together, cannot be. The same in the form and before it is kept.
import { bestBeforeProblem } from '#app/domain/stock/rules.ts'
import type { Pack } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { prefixOf } from './rules.ts'
import type { PriceBreak } from './variant-content.ts'

export type CheckedPack = {
  isEnded?: boolean | undefined
  ownCode?: string | null | undefined
  pack?: Pack | null | undefined
  netContent?: string | null | undefined
  gtin?: string | null | undefined
  shelfLifeDays?: number | null | undefined
  minCartons?: number | null | undefined
  firstOrderCartons?: number | null | undefined
  wholesalePrice?: Rupiah | null | undefined
  breaks?: PriceBreak[] | undefined
  lotQuantity?: number | null | undefined
  lotBestBefore?: Day | null | undefined
}
type Problems = Record<string, Message>

/** What is wrong today with the packs, by the name that the form has for the field. */
export function packProblems(today: Day, packs: CheckedPack[]): Problems {
  const problems: Problems = {}
  packs.forEach((pack, at) => {
    const own = { ...lotProblems(today, pack), ...termProblems(pack) }
    for (const [field, message] of Object.entries(own)) problems[prefixOf(at) + field] = message
  })
  for (const [field, message] of Object.entries(twiceProblems(packs))) problems[field] ??= message
  if (packs.length && packs.every(({ isEnded }) => isEnded)) problems.isEnded = { key: 'variant.all_ended' }
  return problems
}

function lotProblems(today: Day, { lotQuantity, lotBestBefore, shelfLifeDays }: CheckedPack): Problems {
  const problems: Problems = {}
  if (lotQuantity && !lotBestBefore) problems.lotBestBefore = { key: 'day.missing' }
  if (lotBestBefore && !lotQuantity) problems.lotQuantity = { key: 'number.missing' }
  const late = lotBestBefore && bestBeforeProblem(today, lotBestBefore, shelfLifeDays)
  if (late) problems.lotBestBefore = late
  return problems
}

/** Who orders more pays less for each, and the first order is no smaller than every other. */
function termProblems({ minCartons, firstOrderCartons, wholesalePrice, breaks = [] }: CheckedPack): Problems {
  const problems: Problems = {}
  if (firstOrderCartons && minCartons && firstOrderCartons < minCartons)
    problems.firstOrderCartons = { key: 'first_order.below_minimum', count: minCartons }
  const rows = breaks.map((row, at) => ({ ...row, at })).toSorted((a, b) => a.fromCartons - b.fromCartons)
  rows.forEach(({ fromCartons, price, at }, i) => {
    const before = rows[i - 1]
    if (before?.fromCartons === fromCartons) problems[`breaks[${at}].fromCartons`] = { key: 'breaks.twice' }
    else if (minCartons && fromCartons <= minCartons)
      problems[`breaks[${at}].fromCartons`] = { key: 'breaks.within_minimum', count: minCartons }
    const above = before?.price ?? wholesalePrice
    if (above && price >= above) problems[`breaks[${at}].price`] = { key: 'breaks.not_lower' }
  })
  return problems
}

const twice = {
  gtin: 'gtin.twice',
  ownCode: 'own_code.twice',
  netContent: 'variant.twice',
} as const

/** Two packs of one product with one barcode, one code, or of one shape and size are one typed twice. */
function twiceProblems(packs: CheckedPack[]): Problems {
  const problems: Problems = {}
  for (const field of ['gtin', 'ownCode', 'netContent'] as const) {
    const seen = new Set<string>()
    packs.forEach((pack, at) => {
      const value = field === 'netContent' ? sizeOf(pack) : pack[field]
      if (!value) return
      if (seen.has(value)) problems[prefixOf(at) + field] = { key: twice[field] }
      seen.add(value)
    })
  }
  return problems
}

const sizeOf = ({ pack, netContent, isEnded }: CheckedPack): string | null =>
  netContent && !isEnded ? `${pack ?? ''} ${netContent.replace(/\s+/g, '').toLowerCase()}` : null
