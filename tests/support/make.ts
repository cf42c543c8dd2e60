// Builders: each fills in its own parents, so that a test names only what it is about.
import type { CityMember, CooperativeMember, Operator, RetailMember } from '#app/domain/access/actors.ts'
import type { OrganisationKind, Prisma, Processing, Role, Storage } from '#app/generated/prisma/client.ts'
import { toDate } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { newId } from '#app/platform/ids.ts'

let n = 0
const next = () => String(++n).padStart(4, '0')

export async function aVillage(name = 'Tulungrejo') {
  await db.city.createMany({
    data: { code: '35.79', name: 'Kota Batu', slug: 'kota-batu' },
    skipDuplicates: true,
  })
  const code = `35.79.02.${next()}`
  const where = { lat: -7.8, lon: 112.5, postal_code: '65336' }
  return db.village.create({
    data: {
      code,
      cityCode: '35.79',
      district: 'Bumiaji',
      name,
      kind: 'desa',
      slug: `${name.toLowerCase().replace(/\W+/g, '-')}-${n}`,
      lat: where.lat,
      lon: where.lon,
      postalCode: where.postal_code,
    },
  })
}

async function anOrganisation(kind: OrganisationKind, over: { isPkp?: boolean } = {}) {
  const number = next()
  const villageCode = kind === 'cooperative' ? (await aVillage()).code : null
  return db.organisation.create({
    data: {
      id: newId('organisation'),
      kind,
      name: `${kind} ${number}`,
      shortName: `${kind} ${number}`,
      slug: `${kind.replace('_', '-')}-${number}`,
      villageCode,
      ...over,
    },
  })
}

export const aCooperative = (over: { isPkp?: boolean } = {}) => anOrganisation('cooperative', over)

export async function aChain(
  over: Partial<{
    isPkp: boolean
    safetyDays: number
    shortLifeDays: number
    dailySalesPerFacing: number
  }> = {},
) {
  const { isPkp = true, ...rules } = over
  const chain = await anOrganisation('retail_chain', { isPkp })
  await db.retailChain.create({
    data: {
      organisationId: chain.id,
      safetyDays: 2,
      shortLifeDays: 30,
      dailySalesPerFacing: 2,
      answerHours: 48,
      ...rules,
    },
  })
  return chain
}

/** A person with a membership; the password is `rak-lokal` only where `hash` is given. */
export async function aMembership(
  organisation: { id: string; kind: OrganisationKind; shortName: string },
  role: Role,
  person: { name?: string; email?: string; phone?: string; passwordHash?: string } = {},
) {
  const personId = newId('person')
  const name = person.name ?? `Orang ${next()}`
  const passwordHash = person.passwordHash ?? 'none'
  const email = person.email ?? (person.phone ? null : `${personId}@rak.example`)
  await db.person.create({ data: { id: personId, name, email, phone: person.phone ?? null, passwordHash } })
  const membershipId = newId('membership')
  await db.membership.create({
    data: {
      id: membershipId,
      personId,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      role,
    },
  })
  return {
    personId,
    personName: name,
    membershipId,
    organisationId: organisation.id,
    organisationName: organisation.shortName,
  }
}

type Over<T> = { organisation?: { id: string; kind: OrganisationKind; shortName: string } } & Partial<
  Pick<T & { role: unknown }, 'role'>
>

export async function anOfficer(over: Over<CooperativeMember> = {}): Promise<CooperativeMember> {
  const organisation = over.organisation ?? (await aCooperative())
  const role = (over.role as CooperativeMember['role']) ?? 'officer'
  return {
    ...(await aMembership(organisation, role)),
    kind: 'cooperative',
    cooperativeId: organisation.id,
    role,
  }
}

export async function aBuyer(over: Over<RetailMember> = {}): Promise<RetailMember> {
  const organisation = over.organisation ?? (await aChain())
  const role = (over.role as RetailMember['role']) ?? 'buyer'
  return { ...(await aMembership(organisation, role)), kind: 'retail_chain', chainId: organisation.id, role }
}

export async function anOperator(): Promise<Operator> {
  return {
    ...(await aMembership(await anOrganisation('operator'), 'operator')),
    kind: 'operator',
    role: 'operator',
  }
}

export async function anOverseer(): Promise<CityMember> {
  return {
    ...(await aMembership(await anOrganisation('agency'), 'overseer')),
    kind: 'agency',
    role: 'overseer',
  }
}

export async function aProducer(
  cooperative: { id: string; villageCode: string | null },
  name = 'Kelompok Tani Makmur',
) {
  const id = newId('producer')
  const villageCode = cooperative.villageCode ?? (await aVillage()).code
  return db.producer.create({
    data: { id, cooperativeId: cooperative.id, villageCode, name, slug: `${id.replace('_', '-')}` },
  })
}

/** A photo of a cooperative, sent by an officer or by one of its producers. */
export async function aPhoto(organisationId: string, sentBy?: string) {
  const id = newId('photo')
  const hash = next().padStart(32, '0')
  const row = { id, organisationId, hash, width: 640, height: 900, madeAt: new Date() }
  const photo = await db.photo.create({ data: row })
  if (sentBy)
    await db.photoSender.create({ data: { photoId: id, producerId: sentBy, cooperativeId: organisationId } })
  return photo
}

export async function aCategory(over: { slug?: string; ppnClass?: 'taxable' | 'exempt' } = {}) {
  const { slug = 'keripik-buah', ppnClass = 'taxable' } = over
  await db.category.createMany({
    data: { slug, nameId: 'Keripik buah', nameEn: 'Fruit crisps', position: 1, ppnClass },
    skipDuplicates: true,
  })
  return slug
}

type VariantOver = Partial<{
  cooperative: { id: string; villageCode: string | null }
  name: string
  onHand: number
  widthMm: number
  heightMm: number
  depthMm: number
  weightG: number
  stackable: boolean
  storage: Storage
  shelfLifeDays: number
  unitsPerCarton: number
  minCartons: number
  leadTimeDays: number
  retailPrice: bigint
  wholesalePrice: bigint
  categorySlug: string
  ppnClass: 'taxable' | 'exempt'
  processing: Processing
  memberTerms: 'bought' | 'titipan'
  firstOrderCartons: number
  weeklyCapacityPieces: number
  ownCode: string
  breaks: { fromCartons: number; price: bigint }[]
}>

/** A published product of one variant, with `onHand` pieces in one lot. */
export async function aVariant(over: VariantOver = {}) {
  const {
    cooperative = await aCooperative(),
    name = 'Keripik Apel Manalagi 100 g',
    onHand = 240,
    ...rest
  } = over
  const { categorySlug: slug, ppnClass, processing = 'fried', breaks = [], ...measures } = rest
  const categorySlug = await aCategory({ slug, ppnClass })
  const producer = await aProducer(cooperative)
  const photo = await aPhoto(cooperative.id)
  const productId = newId('product')
  await db.product.create({
    data: {
      id: productId,
      cooperativeId: cooperative.id,
      producerId: producer.id,
      categorySlug,
      slug: productId.replace('_', '-'),
      name,
      processing,
      photoId: photo.id,
    },
  })
  const product = { id: productId, name, producerId: producer.id, photoId: photo.id }
  const variant = await createVariant(product, cooperative.id, measures)
  await db.priceBreak.createMany({ data: breaks.map((one) => ({ ...one, variantId: variant.id })) })
  await addStock(variant.id, cooperative.id, onHand)
  return { ...variant, product }
}

type AnotherOver = Omit<VariantOver, 'cooperative' | 'name' | 'categorySlug' | 'ppnClass' | 'processing'>

/** One more pack of a published product, after those it has. */
export async function anotherVariant(
  of: { cooperativeId: string; product: { id: string; photoId: string } },
  { onHand = 240, breaks = [], ...measures }: AnotherOver & { netContent?: string } = {},
) {
  const position = await db.variant.count({ where: { productId: of.product.id } })
  const variant = await createVariant(of.product, of.cooperativeId, {
    netContent: '250 g',
    position,
    ...measures,
  })
  await db.priceBreak.createMany({ data: breaks.map((one) => ({ ...one, variantId: variant.id })) })
  await addStock(variant.id, of.cooperativeId, onHand)
  return variant
}

type Measures = Partial<Omit<Prisma.VariantUncheckedCreateInput, 'id' | 'productId' | 'cooperativeId'>>

function createVariant(product: { id: string; photoId: string }, cooperativeId: string, measures: Measures) {
  return db.variant.create({
    data: {
      id: newId('variant'),
      productId: product.id,
      cooperativeId,
      pack: 'pouch',
      netContent: '100 g',
      gtin: gtin13(`20${next().padStart(10, '0')}`),
      gtinKind: 'in_store',
      widthMm: 160,
      heightMm: 230,
      depthMm: 60,
      weightG: 120,
      stackable: false,
      storage: 'ambient',
      shelfLifeDays: 270,
      unitsPerCarton: 24,
      retailPrice: 18_000n,
      wholesalePrice: 13_500n,
      memberPrice: 12_000n,
      frontPhotoId: product.photoId,
      ...measures,
    },
  })
}

/** `pieces` in a lot of their own, received by somebody of the cooperative. */
export async function addStock(variantId: string, cooperativeId: string, pieces: number): Promise<void> {
  await db.stockLevel.createMany({ data: { variantId }, skipDuplicates: true })
  if (pieces === 0) return
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: cooperativeId } })
  const { membershipId } = await aMembership(organisation, 'officer')
  const lotId = newId('lot')
  await db.lot.create({
    data: { id: lotId, variantId, bestBefore: toDate('2027-08-01'), receivedOn: toDate('2026-11-01') },
  })
  await db.stockMovement.create({
    data: {
      id: newId('movement'),
      variantId,
      lotId,
      kind: 'received',
      onHand: pieces,
      byMembershipId: membershipId,
      at: new Date(),
    },
  })
}

export function gtin13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

export async function aStore(chain: { id: string }, name = 'Batu Kota') {
  const id = newId('store')
  return db.store.create({
    data: {
      id,
      chainId: chain.id,
      name,
      slug: `${id.replace('_', '-')}`,
      class: 'supermarket',
      address: 'Jl. Diponegoro',
      hours: '08.00–21.00',
      lat: -7.87,
      lon: 112.52,
    },
  })
}

type FixtureOver = Partial<{
  chain: { id: string }
  store: { id: string; chainId: string }
  storage: Storage
  model: string
  levels: number
  widthMm: number
  heightMm: number
  depthMm: number
  maxLoadG: number
}>

/** A fixture in a store, with its shelves from the floor up. */
export async function aFixture(over: FixtureOver = {}) {
  const chainId = over.store?.chainId ?? (over.chain ?? (await aChain())).id
  const store = over.store ?? (await aStore({ id: chainId }))
  const fixture = await db.fixture.create({
    data: {
      id: newId('fixture'),
      storeId: store.id,
      chainId,
      name: 'Gondola Lokal 1',
      model: over.model ?? 'gondola-1200',
      storage: over.storage ?? 'ambient',
      position: ++n,
    },
  })
  const shelves = []
  for (let level = 1; level <= (over.levels ?? 1); level++) {
    shelves.push(
      await db.shelf.create({
        data: {
          id: newId('shelf'),
          fixtureId: fixture.id,
          chainId,
          level,
          widthMm: over.widthMm ?? 1200,
          heightMm: over.heightMm ?? 260,
          depthMm: over.depthMm ?? 400,
          maxLoadG: over.maxLoadG ?? 40_000,
        },
      }),
    )
  }
  return { ...fixture, store, shelves }
}

/** What each try that failed said: `conflict stock.short`. */
export function reasonsOf(tries: PromiseSettledResult<unknown>[]): string[] {
  const losses = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  return losses.map((loss) => (loss.said ? `${loss.kind} ${loss.said.key}` : String(loss)))
}

/** The jobs that wait, by event. */
export async function jobs(): Promise<string[]> {
  const rows = await db.$queryRaw<{ task: string }[]>`
    select task_identifier as task from graphile_worker.jobs order by id`
  return rows.map((row) => row.task)
}
