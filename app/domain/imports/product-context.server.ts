import { type Content, contentOf, contentSelect } from '#app/domain/proposals/content.ts'
import { openStatuses } from '#app/domain/proposals/rules.ts'
import { variantSelect } from '#app/domain/proposals/variant-content.ts'
import type { ProposalStatus } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Category } from './product-content.ts'
import { plain } from './values.ts'

/** What is published of a product or waits for it, as a proposal would say it. */
export type Known = {
  content: Content
  productId: string | null
  open: { id: string; version: number; status: ProposalStatus; proposedBy: string } | null
  isArchived: boolean
  /** What waits for a product that is published. */
  waiting?: Content
}

export type ProductContext = Awaited<ReturnType<typeof readProducts>>

type Asked = { codes: string[]; barcodes: string[]; names: string[] }

/** Everything that some rows are compared with, of one cooperative, in a few statements. */
export async function readProducts(db: Db, cooperativeId: string, { codes, barcodes, names }: Asked) {
  const [producers, categories, variants, proposed, named] = await Promise.all([
    db.producer.findMany({ where: { cooperativeId, leftAt: null }, select: { id: true, name: true } }),
    db.category.findMany({
      select: {
        slug: true,
        nameId: true,
        nameEn: true,
        usualProcessing: true,
        parent: { select: { usualProcessing: true } },
      },
    }),
    db.variant.findMany({
      where: { cooperativeId, OR: [{ ownCode: { in: codes } }, { gtin: { in: barcodes } }] },
      select: { id: true, gtin: true, productId: true },
    }),
    db.productProposalVariant.findMany({
      where: { cooperativeId, ownCode: { in: codes }, proposal: { status: { in: openStatuses } } },
      select: { proposalId: true },
    }),
    db.product.findMany({
      where: { cooperativeId, name: { in: names, mode: 'insensitive' } },
      select: { id: true },
    }),
  ])
  const productIds = [
    ...new Set([...variants.map(({ productId }) => productId), ...named.map(({ id }) => id)]),
  ]
  const proposalIds = [...new Set(proposed.map(({ proposalId }) => proposalId))]
  const [products, proposals, taken] = await Promise.all([
    listProducts(db, cooperativeId, productIds),
    listOpen(db, cooperativeId, { productIds, proposalIds, names }),
    db.variant.findMany({ where: { gtin: { in: barcodes } }, select: { id: true, gtin: true } }),
  ])
  const known: Known[] = products
  for (const proposal of proposals) {
    const product = known.find(({ productId }) => productId && productId === proposal.productId)
    const found = {
      open: proposal.open,
      content: proposal.content,
      productId: proposal.productId,
      isArchived: false,
    }
    if (product) Object.assign(product, { open: proposal.open, waiting: proposal.content })
    else known.push(found)
  }
  const byProduct = new Map(products.map((one) => [one.productId, one]))
  return {
    byCode: firstOf(
      known.flatMap((one): [string | null, Known][] =>
        [...one.content.variants, ...(one.waiting?.variants ?? [])].map(({ ownCode }) => [ownCode, one]),
      ),
    ),
    /** By barcode, also one that the system made. */
    packs: new Map(
      variants.map(({ id, gtin, productId }) => [gtin, { id, known: byProduct.get(productId) }]),
    ),
    byName: firstOf(
      known
        .filter(({ isArchived }) => !isArchived)
        .map((one): [string, Known] => [nameKey(one.content.producerId, one.content.name), one]),
    ),
    /** Members by their name; two may share one. */
    producers: Map.groupBy(producers, ({ name }) => plain(name)),
    categories: firstOf(
      categories.flatMap(({ slug, nameId, nameEn, usualProcessing, parent }): [string, Category][] => {
        const usual = usualProcessing ?? parent?.usualProcessing ?? null
        return [slug, nameId, nameEn].map((name) => [plain(name), { slug, usual }])
      }),
    ),
    gtins: new Map(taken.map(({ id, gtin }) => [gtin, id])),
  }
}

/** How a product is found by its name: one producer has it once. */
export const nameKey = (producerId: string, name: string): string => `${producerId} ${plain(name)}`

// The first one of a word counts, in the order in which they were read.
const firstOf = <K, T>(entries: [K, T][]): Map<K, T> => new Map(entries.toReversed())

async function listProducts(db: Db, cooperativeId: string, ids: string[]): Promise<Known[]> {
  const {
    lotQuantity: _,
    lotBestBefore: __,
    variantId: ___,
    isEnded: ____,
    breaks: _____,
    ...kept
  } = variantSelect
  const rows = await db.product.findMany({
    where: { cooperativeId, id: { in: ids } },
    select: {
      id: true,
      producerId: true,
      photoId: true,
      name: true,
      categorySlug: true,
      processing: true,
      brand: true,
      story: true,
      status: true,
      variants: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          ...kept,
          id: true,
          gtinKind: true,
          endedAt: true,
          priceBreaks: { orderBy: { fromCartons: 'asc' }, select: { fromCartons: true, price: true } },
        },
      },
      certificates: { select: { kind: true, number: true } },
    },
  })
  return rows.map(({ id, variants, certificates, status, ...product }) => ({
    productId: id,
    open: null,
    isArchived: status === 'archived',
    content: {
      ...product,
      halalNumber: numberOf(certificates, 'halal'),
      pirtNumber: numberOf(certificates, 'pirt'),
      bpomNumber: numberOf(certificates, 'bpom'),
      variants: variants.map(({ id: variantId, gtinKind, endedAt, priceBreaks: breaks, gtin, ...pack }) => ({
        ...pack,
        variantId,
        isEnded: endedAt !== null,
        // What the system made is not proposed: none means that it stays.
        gtin: gtinKind === 'gs1' ? gtin : null,
        breaks,
        lotQuantity: null,
        lotBestBefore: null,
      })),
    },
  }))
}

const numberOf = (certificates: { kind: string; number: string | null }[], kind: string): string | null =>
  certificates.find((one) => one.kind.startsWith(kind))?.number ?? null

type Ask = { productIds: string[]; proposalIds: string[]; names: string[] }
async function listOpen(db: Db, cooperativeId: string, { productIds, proposalIds, names }: Ask) {
  const rows = await db.productProposal.findMany({
    where: {
      cooperativeId,
      status: { in: openStatuses },
      OR: [
        { productId: { in: productIds } },
        { id: { in: proposalIds } },
        { productId: null, name: { in: names, mode: 'insensitive' } },
      ],
    },
    select: { ...contentSelect, id: true, version: true, status: true, proposedBy: true, productId: true },
  })
  return rows.map(({ id, version, status, proposedBy, productId, ...content }) => ({
    productId,
    content: contentOf(content),
    open: { id, version, status, proposedBy },
  }))
}

/** One product, or one draft of a new product, by its id, as its cooperative knows it. */
export async function knownById(db: Db, cooperativeId: string, id: string) {
  const [product] = await listProducts(db, cooperativeId, [id])
  const asked = { productIds: product ? [id] : [], proposalIds: product ? [] : [id], names: [] }
  const [waiting] = await listOpen(db, cooperativeId, asked)
  const known = waiting ? { ...waiting, isArchived: product?.isArchived ?? false } : product
  return known && { ...known, freshId: newId('proposal') }
}
