import {
  allow,
  type CooperativeMember,
  type Operator,
  type ProducerMember,
} from '#app/domain/access/actors.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const pageSize = 30

/**
 * Who did what with a member's data, the newest first; `after` is the last id seen. For its cooperative, the verifier and
 * the member itself; of another's there is nothing.
 */
export async function listActs(
  db: Db,
  reader: CooperativeMember | Operator | ProducerMember,
  producerId: string,
  after?: string,
) {
  const where = { AND: [{ producerId }, scopeOf(reader)] }
  const last = after ? await db.producerAct.findFirst({ where: { id: after, ...where } }) : null
  const rows = await db.producerAct.findMany({
    where: { ...where, ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      fields: true,
      reason: true,
      at: true,
      by: {
        select: {
          role: true,
          person: { select: { name: true } },
          organisation: { select: { shortName: true } },
        },
      },
    },
  })
  const page = rows.slice(0, pageSize)
  return { page, next: rows.length > pageSize ? page.at(-1)?.id : undefined, isFirst: !last }
}

function scopeOf(reader: CooperativeMember | Operator | ProducerMember): Prisma.ProducerActWhereInput {
  if (reader.kind === 'operator') {
    allow(reader, 'member.verify')
    return {}
  }
  allow(reader, reader.kind === 'producer' ? 'own.read' : 'member.read')
  const { cooperativeId } = reader
  return reader.kind === 'producer' ? { cooperativeId, producerId: reader.producerId } : { cooperativeId }
}
