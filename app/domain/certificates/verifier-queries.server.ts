import { allow, type Operator } from '#app/domain/access/actors.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import { notFound } from '#app/platform/refusal.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { paperSelect, shaped } from './queries.server.ts'

const pageSize = 30

const select = {
  ...paperSelect,
  cooperativeId: true,
  product: { select: { name: true, producer: { select: { name: true } } } },
  producer: { select: { name: true } },
} as const satisfies Prisma.CertificateSelect

type Row = Prisma.CertificateGetPayload<{ select: typeof select }>

async function withNames(db: Db, rows: Row[]) {
  const cooperatives = await db.organisation.findMany({
    where: { id: { in: rows.map(({ cooperativeId }) => cooperativeId) } },
    select: { id: true, shortName: true },
  })
  const names = new Map(cooperatives.map(({ id, shortName }) => [id, shortName]))
  return rows.map(({ cooperativeId, product, producer, ...paper }) => ({
    ...shaped(paper),
    holder: product?.name ?? producer?.name ?? '',
    producerName: producer?.name ?? product?.producer.name ?? '',
    cooperativeName: names.get(cooperativeId) ?? '',
  }))
}

/** Papers that nobody has looked at yet, the longest wait first; `after` is the last id seen. */
export async function listToLookAt(db: Db, operator: Operator, after?: string) {
  allow(operator, 'certificate.verify')
  const last = after
    ? await db.certificate.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
    : null
  const rows = await db.certificate.findMany({
    where: {
      status: 'attested',
      fileKey: { not: null },
      replacedAt: null,
      ...(last && {
        OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }],
      }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: pageSize + 1,
    select,
  })
  const page = await withNames(db, rows.slice(0, pageSize))
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
}

/** One paper beside what was written of it, with the number it had before, and the next one that waits. */
export async function requireToLookAt(db: Db, operator: Operator, id: string) {
  allow(operator, 'certificate.verify')
  const found = await db.certificate.findFirst({
    where: { id, fileKey: { not: null } },
    select: {
      ...select,
      sender: { select: { personId: true, person: { select: { name: true } } } },
      before: { select: { number: true } },
      decider: { select: { person: { select: { name: true } } } },
    },
  })
  if (!found) throw notFound()
  const { before, decider, ...row } = found
  const [paper] = await withNames(db, [row])
  if (!paper) throw notFound()
  return {
    ...paper,
    before: before?.number ?? null,
    deciderName: decider?.person.name ?? null,
    isOwn: row.sender?.personId === operator.personId,
  }
}
