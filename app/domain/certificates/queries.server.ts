import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import { type Keeper, scopeOf } from '#app/domain/producers/scope.server.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { fromDate } from '#app/platform/calendar.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Holder, requireHolder } from './holder.server.ts'

export const paperSelect = {
  id: true,
  kind: true,
  number: true,
  holderName: true,
  issuedOn: true,
  expiresOn: true,
  status: true,
  fileType: true,
  isSample: true,
  createdAt: true,
  decidedAt: true,
  reason: true,
  replaces: true,
  replacedAt: true,
  sender: { select: { person: { select: { name: true } } } },
} as const satisfies Prisma.CertificateSelect

type PaperRow = Prisma.CertificateGetPayload<{ select: typeof paperSelect }>
export type ShownPaper = ReturnType<typeof shaped>

export const shaped = ({ fileType, issuedOn, expiresOn, sender, ...paper }: PaperRow) => ({
  ...paper,
  issuedOn: issuedOn && fromDate(issuedOn),
  expiresOn: expiresOn && fromDate(expiresOn),
  hasFile: fileType !== null,
  isPdf: fileType === 'application/pdf',
  senderName: sender?.person.name ?? null,
})

const byKind = [
  { kind: 'asc' },
  { createdAt: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.CertificateFindManyArgs['orderBy']

/**
 * The papers of a product or a producer, for its cooperative or for the producer itself: what holds now, what was before,
 * and of a product also those of its producer, which count for all its goods.
 *
 * @throws Refusal `not_found` also for what is not theirs.
 */
export async function requirePapers(db: Db, keeper: Keeper, holder: Holder) {
  allow(keeper, keeper.kind === 'producer' ? 'own.read' : 'certificate.read')
  const { cooperativeId } = keeper
  const { name, producerId, producerName } = await requireHolder(db, scopeOf(keeper), holder)
  const [own, ofProducer] = await Promise.all([
    readPapers(db, { cooperativeId, ...holder }),
    'productId' in holder ? readPapers(db, { cooperativeId, producerId, replacedAt: null }) : [],
  ])
  return { name, producer: { id: producerId, name: producerName }, ...split(own), ofProducer }
}

/** What a paper of the officer's cooperative is of. Refuses with `not_found` also another's. */
export async function requireHolderOf(db: Db, officer: CooperativeMember, id: string): Promise<Holder> {
  allow(officer, 'certificate.read')
  const found = await db.certificate.findFirst({
    where: { id, cooperativeId: officer.cooperativeId },
    select: { productId: true, producerId: true },
  })
  if (found?.productId) return { productId: found.productId }
  if (found?.producerId) return { producerId: found.producerId }
  throw notFound()
}

/** Of the producer that is signed in: its own papers, and those of each of its goods. */
export async function listOwnPapers(db: Db, { producerId, cooperativeId, ...producer }: ProducerMember) {
  allow({ producerId, cooperativeId, ...producer }, 'own.read')
  const [own, products] = await Promise.all([
    readPapers(db, { cooperativeId, producerId }),
    db.product.findMany({
      where: { producerId, cooperativeId, status: { not: 'archived' } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, certificates: { select: paperSelect, orderBy: [...byKind] } },
    }),
  ])
  return {
    own: split(own),
    products: products.map(({ certificates, ...product }) => ({
      ...product,
      ...split(certificates.map(shaped)),
    })),
  }
}

async function readPapers(db: Db, where: Prisma.CertificateWhereInput): Promise<ShownPaper[]> {
  const rows = await db.certificate.findMany({ where, select: paperSelect, orderBy: [...byKind] })
  return rows.map(shaped)
}

/** What holds, what was before, and why a renewal of what holds was turned down. */
function split(papers: ShownPaper[]) {
  const current = papers.filter(({ replacedAt }) => replacedAt === null)
  return {
    current: current.map((paper) => ({
      ...paper,
      refusedRenewal:
        papers.find(
          ({ replaces, status, replacedAt }) => replaces === paper.id && status === 'rejected' && replacedAt,
        )?.reason ?? null,
    })),
    history: papers.filter(({ replacedAt }) => replacedAt !== null),
  }
}
