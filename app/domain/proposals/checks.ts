// What a single field cannot know: the day, and the other fields.
import { partsOfPirt } from '#app/domain/identifiers/pirt.ts'
import type { Storage } from '#app/generated/prisma/enums.ts'
import type { Message } from '#app/messages/say.ts'
import type { Day } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { type CheckedPack, packProblems } from './pack-checks.ts'

/** What is wrong today, by the name that the form has for the field. */
export function problemsOn(
  today: Day,
  { pirtNumber, packs }: { pirtNumber?: string | null | undefined; packs: CheckedPack[] },
): Record<string, Message> {
  const problems = packProblems(today, packs)
  const pirt = pirtNumber && partsOfPirt(pirtNumber)
  if (pirt && pirt.expiryYear < Number(today.slice(0, 4)))
    problems.pirtNumber = { key: 'pirt.expired', year: pirt.expiryYear }
  return problems
}

type Priced = {
  retailPrice?: Rupiah | null | undefined
  wholesalePrice?: Rupiah | null | undefined
  memberPrice?: Rupiah | null | undefined
  storage?: Storage | null | undefined
  pirtNumber?: string | null | undefined
}

/**
 * What is unusual and allowed: prices at which the chain or the cooperative earns nothing, and a P-IRT on frozen food.
 *
 * They do not block. A cooperative may sell at cost, and an officer who is blocked types a price that is not true.
 */
export function warningsOf(content: Priced): Message[] {
  const { retailPrice, wholesalePrice, memberPrice } = content
  const warnings: Message[] = []
  if (retailPrice && wholesalePrice && wholesalePrice >= retailPrice)
    warnings.push({ key: 'warning.wholesale_above_retail' })
  if (memberPrice && wholesalePrice && memberPrice > wholesalePrice)
    warnings.push({ key: 'warning.member_above_wholesale' })
  if (content.storage === 'frozen' && content.pirtNumber) warnings.push({ key: 'warning.pirt_frozen' })
  return warnings
}
