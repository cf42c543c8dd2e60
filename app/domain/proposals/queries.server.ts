import { allow } from '#app/domain/access/actors.ts'
import { listProductPhotos, listProposalPhotos } from '#app/domain/photos/keep-photos.server.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import {
  type Approver,
  awaitedOf,
  isForOperator,
  listColleagues,
  type Proposer,
  scopeOf,
  scopeOfProposer,
} from './approvers.server.ts'
import { contentOf, contentSelect, withEnded } from './content.ts'
import { getPublishedContent } from './product-queries.server.ts'
import { openStatuses } from './rules.ts'

/** One proposal with all that a page says about it. Refuses with `not_found` also what is not the reader's to see. */
export async function requireProposal(db: Db, reader: Approver | Proposer, id: string) {
  allow(reader, 'product.read')
  const found = await db.productProposal.findFirst({
    where: { id, ...scopeOf(reader) },
    select: {
      ...contentSelect,
      id: true,
      cooperativeId: true,
      productId: true,
      status: true,
      version: true,
      proposedBy: true,
      changedAt: true,
      submittedAt: true,
      decidedAt: true,
      cooperative: { select: { shortName: true } },
      producer: { select: { name: true, village: { select: { name: true } } } },
      category: { select: { nameId: true } },
      photo: { select: { hash: true, width: true, height: true, madeAt: true } },
      proposer: { select: { name: true } },
      decider: { select: { name: true } },
      product: {
        select: {
          name: true,
          slug: true,
          producer: { select: { name: true } },
          category: { select: { nameId: true } },
          photo: { select: { hash: true, madeAt: true } },
        },
      },
      moves: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: {
          id: true,
          fromStatus: true,
          toStatus: true,
          at: true,
          reason: true,
          by: { select: { personId: true, role: true, person: { select: { name: true } } } },
        },
      },
    },
  })
  if (!found) throw notFound()
  const awaited = awaitedOf(await listColleagues(db, found.cooperativeId), found.proposedBy)
  const hasMoved = found.moves.some(({ by }) => by.personId === reader.personId)
  const isTheirs = reader.kind !== 'operator' || (await isForOperator(db, awaited, id))
  if (!isTheirs && !hasMoved) throw notFound()

  const isChange = found.productId !== null && found.status !== 'approved'
  const published = isChange && found.productId ? await getPublishedContent(db, found.productId) : null
  const ended = published?.variants.flatMap(({ variantId, isEnded }) => (isEnded && variantId) || []) ?? []
  const { photo, producer, moves, cooperative, category, proposer, decider, product, ...proposal } = found
  return {
    id,
    status: proposal.status,
    version: proposal.version,
    productId: proposal.productId,
    productSlug: product?.slug ?? null,
    productName: product?.name ?? null,
    publishedNames: {
      producerName: product?.producer.name ?? '',
      categoryName: product?.category.nameId ?? null,
    },
    changedAt: proposal.changedAt,
    submittedAt: proposal.submittedAt,
    decidedAt: proposal.decidedAt,
    content: withEnded(contentOf(proposal), ended),
    cooperativeName: cooperative.shortName,
    producerName: producer.name,
    village: producer.village.name,
    categoryName: category?.nameId ?? null,
    photo: photo && photoOf(photo),
    proposerName: proposer.name,
    deciderName: decider?.name ?? null,
    awaited,
    isOwn: proposal.proposedBy === reader.personId,
    publishedPhoto: product && photoOf(product.photo),
    photos: await listProposalPhotos(db, id),
    publishedPhotos: isChange && proposal.productId ? await listProductPhotos(db, proposal.productId) : [],
    mayDecide:
      reader.kind !== 'producer' &&
      proposal.status === 'submitted' &&
      proposal.proposedBy !== reader.personId &&
      isTheirs,
    published,
    moves: moves.map(({ by, ...move }) => ({ ...move, role: by.role, name: by.person.name })),
  }
}

const photoOf = ({ hash, madeAt }: { hash: string; madeAt: Date | null }) => ({
  hash,
  isReady: madeAt !== null,
})

/** The kinds of products there are, for a choice. */
export async function listCategories(db: Db) {
  const rows = await db.category.findMany({
    select: {
      slug: true,
      nameId: true,
      usualProcessing: true,
      parent: { select: { usualProcessing: true } },
      _count: { select: { categoriesAsParent: true } },
    },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })
  return rows
    .filter((row) => row._count.categoriesAsParent === 0)
    .map(({ slug, nameId, usualProcessing, parent }) => ({
      slug,
      name: nameId,
      usualProcessing: usualProcessing ?? parent?.usualProcessing ?? null,
    }))
}

/** The open change of a product of the officer's cooperative: its id, or null. */
export async function getOpenChange(db: Db, officer: Proposer, productId: string): Promise<string | null> {
  const found = await db.productProposal.findFirst({
    where: {
      productId,
      ...scopeOfProposer(officer),
      status: { in: openStatuses },
    },
    select: { id: true },
  })
  return found?.id ?? null
}
