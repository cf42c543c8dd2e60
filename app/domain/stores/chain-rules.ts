// What a chain insists on, beyond the law: chosen by the chain, checked in its catalogue and in its orders.
import { z } from 'zod'
import { certificateName, type Requirement as Readiness } from '#app/domain/catalogue/readiness.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { key, type Message, t } from '#app/messages/say.ts'
import { wholeField } from '#app/platform/form.ts'

/** What readiness.ts finds, as far as a chain can insist on it. */
export const readinessRules = ['licence', 'halal', 'barcode', 'carton'] as const
/** Certificates a chain can ask of everything it takes in, whether the law does or not. */
export const certificateRules = ['halal', 'pirt', 'bpom_md', 'nkv', 'psat', 'organik'] as const

type CertificateRule = `certificate:${(typeof certificateRules)[number]}`
export type Requirement = (typeof readinessRules)[number] | CertificateRule

/** As they are kept in `retail_chains.requires`, which a CHECK holds to this list. */
export const requirements: readonly Requirement[] = [
  ...readinessRules,
  ...certificateRules.map((kind): CertificateRule => `certificate:${kind}`),
]

export type ChainTerms = { requires: Requirement[]; leastRemainingLifePercent: number }

export const setChainRulesForm = z.object({
  requires: z.array(z.enum(requirements, key('form.invalid'))).default([]),
  leastRemainingLifePercent: wholeField(0, 95),
})
export type SetChainRules = z.output<typeof setChainRulesForm>

/** Which of a chain's requirements a product misses, given its readiness and the certificates that hold. */
export function missedRules(
  requires: Requirement[],
  readiness: Readiness[],
  certificates: CertificateKind[],
): Requirement[] {
  return requires.filter((rule) => {
    const kind = certificateOf(rule)
    if (kind) return !certificates.includes(kind)
    return readiness.find(({ slug }) => slug === rule)?.state === 'missing'
  })
}

/** What the search index has to find for a chain's requirements: values of the facets `meets` and `certificates`. */
export function facetsFor(requires: Requirement[]): { meets: string[]; certificates: string[] } {
  return {
    meets: requires.filter((rule) => certificateOf(rule) === null),
    certificates: requires.flatMap((rule) => certificateOf(rule) ?? []),
  }
}

/** Days that have to be left when the goods arrive, of a shelf life. */
export const leastDaysLeft = (shelfLifeDays: number, percent: number): number =>
  Math.ceil((shelfLifeDays * percent) / 100)

/** A requirement as it stands in a sentence: `izin edar`, `Organik`. */
export function requirementName(rule: Requirement): string {
  const kind = certificateOf(rule)
  if (kind) return certificateName(kind)
  return t(`readiness.${rule as (typeof readinessRules)[number]}`).toLowerCase()
}

/** Why a requirement is missed, in words of what is to be done about it. */
export function whyMissed(rule: Requirement, readiness: Readiness[]): Message {
  const kind = certificateOf(rule)
  if (kind) return { key: 'chain_rule.no_certificate', certificate: certificateName(kind) }
  return readiness.find(({ slug }) => slug === rule)?.why ?? { key: 'readiness.licence_unknown' }
}

const certificateOf = (rule: Requirement): (typeof certificateRules)[number] | null =>
  certificateRules.find((kind) => rule === `certificate:${kind}`) ?? null
