// What modern retail asks of a pack, and what of it is there (domain.md §2, §3 and §9). Pure; days of law are settings.
import { type DatedSetting, inForce, nextDayOf, ruleInForce } from '#app/domain/settings/dated.ts'
import type {
  CertificateKind,
  GtinKind,
  HalalScope,
  Pack,
  Processing,
  Storage,
  StoreClass,
} from '#app/generated/prisma/enums.ts'
import { type Message, t } from '#app/messages/say.ts'
import { type Day, formatDay } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'
import { isRead, licencesFor } from './licences.ts'

export const requirementSlugs = ['licence', 'halal', 'barcode', 'carton', 'prices', 'photo', 'stock'] as const
export type RequirementSlug = (typeof requirementSlugs)[number]

export type Requirement = {
  slug: RequirementSlug
  /** `advised`: it is missing, and the rule that asks for it was not read in a text, so it keeps nobody out. */
  state: 'met' | 'missing' | 'advised' | 'not_needed'
  why: Message
  /** Where the law says so, of what the law asks. */
  source: string | null
  /** What to do next, of what is missing. */
  next: Message | null
}

/** What is known of one pack of a product. */
export type ReadinessFacts = {
  /** Of its category, for all that can be done to such goods; null where nobody has said. */
  licences: CertificateKind[] | null
  halalScope: HalalScope | null
  /** What was done to it; null where nobody has said. */
  processing: Processing | null
  certificates: { kind: CertificateKind; expiresOn: Day | null }[]
  pack: Pack
  storage: Storage
  shelfLifeDays: number
  gtinKind: GtinKind
  unitsPerCarton: number
  retailPrice: Rupiah
  wholesalePrice: Rupiah
  hasPhoto: boolean
  piecesLeft: number
}

/**
 * The law binds every shop alike. A chain's tills read GS1 barcodes and its warehouse takes cartons; a souvenir shop
 * sells by the in-store code.
 */
const asked = {
  minimarket: ['licence', 'halal', 'barcode', 'carton', 'prices', 'photo'],
  supermarket: ['licence', 'halal', 'barcode', 'carton', 'prices', 'photo'],
  hypermarket: ['licence', 'halal', 'barcode', 'carton', 'prices', 'photo'],
  department_store: ['licence', 'halal', 'barcode', 'prices', 'photo'],
  souvenir_shop: ['licence', 'halal', 'prices', 'photo'],
} as const satisfies Record<StoreClass, readonly RequirementSlug[]>

/** The slugs of the facet `meets`. Stock is not among them: it moves faster than an index. */
export const meetSlugs = ['ready', 'ready-souvenir', 'licence', 'halal', 'barcode', 'carton'] as const
export type MeetSlug = (typeof meetSlugs)[number]

/** Whether a certificate still holds on a day: on the day it expires it does not any more. */
export const holdsOn = ({ expiresOn }: { expiresOn: Day | null }, on: Day): boolean =>
  expiresOn === null || expiresOn > on

/** Everything modern retail asks of a pack, in the order in which it is usually arranged. */
export function readinessOf(facts: ReadinessFacts, law: DatedSetting[], on: Day): Requirement[] {
  return [
    { slug: 'licence', ...licenceOf(facts, law, on) },
    { slug: 'halal', ...halalOf(facts, law, on) },
    { slug: 'barcode', ...barcodeOf(facts) },
    { slug: 'carton', ...cartonOf(facts) },
    { slug: 'prices', ...pricesOf(facts) },
    {
      slug: 'photo',
      ...(facts.hasPhoto ? met({ key: 'readiness.photo_met' }) : missing({ key: 'readiness.photo_missing' })),
    },
    { slug: 'stock', ...stockOf(facts) },
  ]
}

/** The classes of store that ask for it. */
export const askedBy = (slug: RequirementSlug): StoreClass[] =>
  (Object.keys(asked) as StoreClass[]).filter((one) => (asked[one] as readonly string[]).includes(slug))

/** What keeps a pack out of each class of store; nothing where it may go in. */
export function missingFor(requirements: Requirement[]): Record<StoreClass, RequirementSlug[]> {
  const missingOf = (slugs: readonly RequirementSlug[]) =>
    requirements
      .filter(({ slug, state }) => state === 'missing' && slugs.includes(slug))
      .map(({ slug }) => slug)
  return Object.fromEntries(
    Object.entries(asked).map(([storeClass, slugs]) => [storeClass, missingOf(slugs)]),
  ) as Record<StoreClass, RequirementSlug[]>
}

/** The slugs of the facet `meets` that a pack has: what it has, and what it does not need. */
export function meetsOf(requirements: Requirement[]): MeetSlug[] {
  const { supermarket, souvenir_shop: souvenir } = missingFor(requirements)
  return meetSlugs.filter((slug) => {
    if (slug === 'ready') return supermarket.length === 0
    if (slug === 'ready-souvenir') return souvenir.length === 0
    return requirements.some((one) => one.slug === slug && one.state !== 'missing')
  })
}

type Answer = Omit<Requirement, 'slug'>

const isAs = (state: Requirement['state'], why: Message, next: Message | null = null): Answer => ({
  state,
  why,
  next,
  source: null,
})
/** As a rule of law says: it keeps out where the rule was read, and warns where it was not. */
const byLaw = (rule: DatedSetting | null, answer: Answer): Answer => ({
  ...answer,
  state: answer.state === 'missing' && !isRead(rule) ? 'advised' : answer.state,
  source: rule?.source ?? null,
})
const met = (why: Message): Answer => isAs('met', why)
const missing = (why: Message, next: Message | null = null): Answer => isAs('missing', why, next)
const notNeeded = (why: Message): Answer => isAs('not_needed', why)

function licenceOf(facts: ReadinessFacts, law: DatedSetting[], on: Day): Answer {
  const { licences, shelfLifeDays, certificates } = facts
  if (licences === null)
    return missing({ key: 'readiness.licence_unknown' }, { key: 'readiness.ask_operator' })
  const { kinds, notPirt } = licencesFor({ ...facts, licences }, law, on)
  const [first] = kinds
  if (!first) return notNeeded({ key: 'readiness.licence_none' })
  const rule = notPirt ?? ruleInForce(law, `licence.${first}`, on)
  const held = certificates.find((one) => kinds.includes(one.kind) && holdsOn(one, on))
  if (held) return byLaw(rule, met({ key: 'readiness.licence_met', licence: certificateName(held.kind) }))
  const shortLived = shortLifeOf(first, shelfLifeDays, law, on)
  if (shortLived) return shortLived
  const expired = expiredOf(certificates, kinds, on)
  if (expired) return byLaw(rule, expired)
  const names = kinds.map(certificateName).join(` ${t('readiness.or')} `)
  // It has one, but not one that holds for such goods.
  const hasPirt = certificates.some((one) => one.kind === 'pirt' && holdsOn(one, on))
  const key = hasPirt ? 'readiness.licence_not_pirt' : 'readiness.licence_missing'
  return byLaw(rule, missing({ key, licence: names }, nextFor(first)))
}

/** What keeps only some days needs no P-IRT and no PSAT. */
function shortLifeOf(kind: CertificateKind, days: number, law: DatedSetting[], on: Day): Answer | null {
  if (kind !== 'pirt' && kind !== 'psat') return null
  const rule = ruleInForce(law, `${kind}.from_shelf_life_days`, on)
  if (!rule || days >= rule.value) return null
  const licence = certificateName(kind)
  const answer = notNeeded({ key: 'readiness.licence_short_life', days, from: rule.value, licence })
  return byLaw(rule, answer)
}

function halalOf({ halalScope: scope, certificates }: ReadinessFacts, law: DatedSetting[], on: Day): Answer {
  if (certificates.some((one) => one.kind === 'halal' && holdsOn(one, on)))
    return met({ key: 'readiness.halal_met' })
  if (scope === null) return missing({ key: 'readiness.halal_unknown' }, { key: 'readiness.ask_operator' })
  if (scope === 'none') return notNeeded({ key: 'readiness.halal_none' })
  if (scope === 'exempt') return notNeeded({ key: 'readiness.halal_exempt' })
  const key = `halal.${scope === 'plain_exempt' ? 'food' : scope}`
  const source = ruleInForce(law, key, on)?.source ?? null
  if (inForce(law, key, on) !== 1) {
    const from = nextDayOf(law, key, 1, on)
    return from
      ? notNeeded({ key: 'readiness.halal_from', day: formatDay(from) })
      : notNeeded({ key: 'readiness.halal_unsure' })
  }
  // Whether something was added to it is not known of a category, so this warns and does not block.
  if (scope === 'plain_exempt') return notNeeded({ key: 'readiness.halal_plain' })
  const gone = expiredOf(certificates, ['halal'], on)
  return { ...(gone ?? missing({ key: 'readiness.halal_missing' }, nextFor('halal'))), source }
}

function barcodeOf({ gtinKind }: ReadinessFacts): Answer {
  return gtinKind === 'gs1'
    ? met({ key: 'readiness.barcode_met' })
    : missing({ key: 'readiness.barcode_in_store' }, { key: 'readiness.barcode_next' })
}

function cartonOf({ unitsPerCarton, pack }: ReadinessFacts): Answer {
  if (unitsPerCarton > 1) return met({ key: 'readiness.carton_met', units: unitsPerCarton })
  return pack === 'dus'
    ? notNeeded({ key: 'readiness.carton_itself' })
    : missing({ key: 'readiness.carton_missing' }, { key: 'readiness.carton_next' })
}

function pricesOf({ retailPrice, wholesalePrice }: ReadinessFacts): Answer {
  return wholesalePrice < retailPrice
    ? met({ key: 'readiness.prices_met' })
    : missing({ key: 'readiness.prices_missing' }, { key: 'readiness.prices_next' })
}

function stockOf({ piecesLeft, unitsPerCarton }: ReadinessFacts): Answer {
  return piecesLeft >= unitsPerCarton
    ? met({ key: 'readiness.stock_met', cartons: Math.floor(piecesLeft / unitsPerCarton) })
    : missing({ key: 'readiness.stock_missing' }, { key: 'readiness.stock_next' })
}

function expiredOf(
  certificates: ReadinessFacts['certificates'],
  kinds: readonly CertificateKind[],
  on: Day,
): Answer | null {
  const found = certificates.find((one) => kinds.includes(one.kind) && !holdsOn(one, on))
  if (!found?.expiresOn) return null
  const licence = certificateName(found.kind)
  return isAs(
    'missing',
    { key: 'readiness.expired', licence, day: formatDay(found.expiresOn) },
    { key: 'readiness.renew', licence },
  )
}

const nextFor = (kind: CertificateKind): Message => ({
  key: 'readiness.next_paper',
  licence: certificateName(kind),
  office: t(`readiness.office.${kind}`),
})

/** `P-IRT`, `BPOM MD`. */
export const certificateName = (kind: CertificateKind): string => t(`readiness.certificate.${kind}`)
