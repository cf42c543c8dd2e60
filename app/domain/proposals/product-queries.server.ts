import { allow } from '#app/domain/access/actors.ts'
import { packName } from '#app/domain/catalogue/pack-name.ts'
import { listProductPhotos } from '#app/domain/photos/keep-photos.server.ts'
import { freePieces } from '#app/domain/stock/free-pieces.ts'
import { readStock } from '#app/domain/stock/stock-queries.server.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Day } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Proposer, scopeOfProposer } from './approvers.server.ts'
import type { Content } from './content.ts'
import { openStatuses } from './rules.ts'
import type { PriceBreak, VariantContent } from './variant-content.ts'

const pageSize = 30

/** The published products of the officer's cooperative by name, with what of them can be ordered; `after` is the last id seen. */
export async function listProducts(db: Db, officer: Proposer, today: Day, after?: string) {
  allow(officer, 'product.read')
  const scope = scopeOfProposer(officer)
  const last = after ? await db.product.findFirst({ where: { id: after, ...scope } }) : null
  const rows = await db.product.findMany({
    where: {
      ...scope,
      ...(last && { OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: pageSize + 1,
    select: {
      id: true,
      name: true,
      status: true,
      photo: { select: { hash: true, madeAt: true } },
      producer: { select: { name: true } },
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        where: { endedAt: null },
        select: {
          id: true,
          netContent: true,
          retailPrice: true,
          wholesalePrice: true,
          widthMm: true,
          heightMm: true,
          unitsPerCarton: true,
          stockLevel: { select: { onHand: true, reserved: true } },
        },
      },
      proposals: {
        where: { status: { in: openStatuses } },
        take: 1,
        select: { id: true, status: true },
      },
    },
  })
  const shown = rows.slice(0, pageSize)
  const freeOf = await readFree(
    db,
    shown.flatMap(({ variants }) => variants.map(({ id }) => id)),
    today,
  )
  const page = shown.map(({ variants, photo, producer, proposals, ...product }) => ({
    ...product,
    producerName: producer.name,
    photo: { hash: photo.hash, isReady: photo.madeAt !== null },
    variant: variants[0] ?? null,
    sizes: variants.length,
    available: variants.reduce((sum, { id }) => sum + freeOf(id), 0),
    reserved: variants.reduce((sum, { stockLevel }) => sum + (stockLevel?.reserved ?? 0), 0),
    change: proposals[0] ?? null,
  }))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** Pieces that can be ordered of each pack by whoever asks for no remaining life. */
async function readFree(db: Db, variantIds: string[], today: Day): Promise<(variantId: string) => number> {
  const stockOf = await readStock(db, variantIds, today)
  return (variantId) => freePieces(stockOf(variantId), today)
}

/**
 * One published product of the officer's cooperative as the portal shows it, with the stock of one of its packs: the one
 * that is asked for, or else the first that is sold. Refuses with `not_found` also another's.
 */
export async function requireProduct(
  db: Db,
  officer: Proposer,
  id: string,
  today: Day,
  packId?: string | null,
) {
  allow(officer, 'product.read')
  const found = await db.product.findFirst({
    where: { id, ...scopeOfProposer(officer) },
    select: {
      id: true,
      slug: true,
      name: true,
      status: true,
      publishedAt: true,
      changedAt: true,
      photo: { select: { hash: true, madeAt: true } },
      producer: { select: { name: true, village: { select: { name: true } } } },
      category: { select: { nameId: true } },
      certificates: {
        where: { replacedAt: null },
        orderBy: { kind: 'asc' },
        select: { kind: true, number: true, expiresOn: true, isSample: true },
      },
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          gtin: true,
          gtinKind: true,
          netContent: true,
          position: true,
          endedAt: true,
          stockLevel: { select: { onHand: true, reserved: true } },
        },
      },
      proposals: {
        orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
        take: 5,
        select: {
          id: true,
          status: true,
          changedAt: true,
          decidedAt: true,
          proposer: { select: { name: true } },
          decider: { select: { name: true } },
        },
      },
    },
  })
  const packs = found?.variants ?? []
  const variant = packs.find((one) => one.id === packId) ?? packs.find((one) => !one.endedAt) ?? packs[0]
  const content = found && (await getPublishedContent(db, id))
  if (!found || !variant || !content) throw notFound()
  const { photo, producer, category, variants: _, ...product } = found
  const freeOf = await readFree(
    db,
    packs.map((pack) => pack.id),
    today,
  )
  return {
    ...product,
    producerName: producer.name,
    village: producer.village.name,
    categoryName: category.nameId,
    photos: await listProductPhotos(db, id),
    photo: { hash: photo.hash, isReady: photo.madeAt !== null },
    variantId: variant.id,
    packName: packName({ ...variant, name: product.name }),
    packs: packs.map(({ stockLevel: _, endedAt, ...pack }) => ({
      ...pack,
      isEnded: endedAt !== null,
      available: freeOf(pack.id),
    })),
    barcode: { gtin: variant.gtin, kind: variant.gtinKind },
    stock: { ...(variant.stockLevel ?? { onHand: 0, reserved: 0 }), available: freeOf(variant.id) },
    content,
  }
}

/** What a published product says now, in the shape of a proposal; null when there is no such product. */
export async function getPublishedContent(db: Db, productId: string): Promise<Content | null> {
  const product = await db.product.findUnique({
    where: { id: productId },
    select: {
      producerId: true,
      photoId: true,
      name: true,
      categorySlug: true,
      processing: true,
      brand: true,
      story: true,
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: {
          priceBreaks: { orderBy: { fromCartons: 'asc' }, select: { fromCartons: true, price: true } },
        },
      },
      // A seeded example is no number that anybody could have typed.
      certificates: { where: { isSample: false, replacedAt: null }, select: { kind: true, number: true } },
    },
  })
  if (!product || product.variants.length === 0) return null
  const { variants, certificates, ...words } = product
  const number = (kind: string) => certificates.find((one) => one.kind === kind)?.number ?? null
  return {
    ...words,
    halalNumber: number('halal'),
    pirtNumber: number('pirt'),
    bpomNumber: number('bpom_md'),
    variants: variants.map(publishedVariant),
  }
}

type Published = Prisma.VariantGetPayload<{ include: { priceBreaks: true } }>

function publishedVariant(
  variant: Omit<Published, 'priceBreaks'> & { priceBreaks: PriceBreak[] },
): VariantContent {
  return {
    variantId: variant.id,
    isEnded: variant.endedAt !== null,
    ownCode: variant.ownCode,
    pack: variant.pack,
    netContent: variant.netContent,
    // Of an in-store code the system takes care.
    gtin: variant.gtinKind === 'gs1' ? variant.gtin : null,
    widthMm: variant.widthMm,
    heightMm: variant.heightMm,
    depthMm: variant.depthMm,
    weightG: variant.weightG,
    stackable: variant.stackable,
    storage: variant.storage,
    shelfLifeDays: variant.shelfLifeDays,
    unitsPerCarton: variant.unitsPerCarton,
    minCartons: variant.minCartons,
    firstOrderCartons: variant.firstOrderCartons,
    leadTimeDays: variant.leadTimeDays,
    weeklyCapacityPieces: variant.weeklyCapacityPieces,
    retailPrice: variant.retailPrice,
    wholesalePrice: variant.wholesalePrice,
    breaks: variant.priceBreaks.map(({ fromCartons, price }) => ({ fromCartons, price })),
    memberPrice: variant.memberPrice,
    memberTerms: variant.memberTerms,
    lotQuantity: null,
    lotBestBefore: null,
  }
}

/** Two published products of the cooperative that may stand beside another one in a drawing. */
export async function listNeighbours(db: Db, officer: Proposer, exceptId: string | null) {
  allow(officer, 'product.read')
  const rows = await db.variant.findMany({
    where: {
      cooperativeId: officer.cooperativeId,
      widthMm: { lte: 220 },
      product: { status: 'published', ...(exceptId && { id: { not: exceptId } }) },
    },
    orderBy: { id: 'asc' },
    take: 2,
    select: {
      id: true,
      widthMm: true,
      heightMm: true,
      product: { select: { name: true } },
      frontPhoto: { select: { hash: true, madeAt: true } },
    },
  })
  return rows.map(({ product, frontPhoto, ...pack }) => ({
    ...pack,
    name: product.name,
    photo: { hash: frontPhoto.hash, isReady: frontPhoto.madeAt !== null },
  }))
}
