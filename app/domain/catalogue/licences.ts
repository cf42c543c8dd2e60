// Which licence goods need, by their kind and by what was done to them (domain.md §3 and §9). Pure.
import { type DatedSetting, ruleInForce } from '#app/domain/settings/dated.ts'
import type { CertificateKind, Processing, Storage } from '#app/generated/prisma/enums.ts'
import type { Day } from '#app/platform/calendar.ts'

export type LicenceFacts = {
  /** Of its category, for all that can be done to such goods; null where nobody has said. */
  licences: CertificateKind[]
  /** Null where it is not known: then the category decides. */
  processing: Processing | null
  storage: Storage
}

export type LicenceNeed = {
  /** Any of these suffices; none is needed where there is none. */
  kinds: CertificateKind[]
  /** Why a P-IRT does not, where it would without this rule. */
  notPirt: DatedSetting | null
}

/** How sure a rule is: what was read in a text keeps goods out of shops, anything else only warns. */
export const isRead = (rule: DatedSetting | null): boolean => (rule?.value ?? 0) >= 2

const processed = ['pirt', 'bpom_md'] as const
const raw = ['psat', 'nkv'] as const

/** Fresh goods are registered as such; what a household dries, fries or cooks has a P-IRT; what must be kept safe, an MD. */
export function licencesFor(facts: LicenceFacts, law: DatedSetting[], on: Day): LicenceNeed {
  const { licences, processing } = facts
  const food = licences.filter((kind) => among(processed, kind))
  const fresh = licences.filter((kind) => among(raw, kind))
  if (food.length + fresh.length === 0) return { kinds: licences, notPirt: null }
  const isKnown = processing !== null && processing !== 'none'
  if (isKnown ? processing === 'fresh' && fresh.length > 0 : food.length === 0)
    return { kinds: fresh, notPirt: null }
  const kinds: CertificateKind[] = food.length ? food : [...processed]
  const rule = reasonsAgainstPirt(facts)
    .map((key) => ruleInForce(law, `pirt.not_for.${key}`, on))
    .find(isRead)
  if (!rule) return { kinds, notPirt: null }
  return {
    kinds: [...kinds.filter((kind) => kind !== 'pirt' && kind !== 'bpom_md'), 'bpom_md'],
    notPirt: rule,
  }
}

function reasonsAgainstPirt({ licences, processing, storage }: LicenceFacts): string[] {
  return [
    ...(processing === 'pasteurised' || processing === 'sterilised' ? [processing] : []),
    ...(processing === 'frozen' || storage === 'frozen' ? ['frozen'] : []),
    // Goods of animals are those whose fresh form needs an NKV.
    ...(storage === 'chilled' && licences.includes('nkv') ? ['chilled_animal'] : []),
  ]
}

const among = (kinds: readonly CertificateKind[], kind: CertificateKind): boolean => kinds.includes(kind)
