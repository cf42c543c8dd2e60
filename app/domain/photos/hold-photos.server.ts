import type { CooperativeMember, ProducerMember } from '#app/domain/access/actors.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/**
 * The photos that somebody may show: an officer all of the cooperative; a producer what it sent itself, and what stands
 * at its goods, its proposals and its page already, whoever sent that.
 */
export function scopeOfPhotos(actor: CooperativeMember | ProducerMember): Prisma.PhotoWhereInput {
  const organisationId = actor.cooperativeId
  if (actor.kind !== 'producer') return { organisationId }
  const { producerId } = actor
  return {
    organisationId,
    OR: [
      { senders: { some: { producerId } } },
      { producers: { some: { producerId } } },
      { shownBy: { some: { product: { producerId } } } },
      { proposedBy: { some: { proposal: { producerId } } } },
    ],
  }
}

/** Whether the actor may show all of these photos. Until the transaction ends no sweep takes one of them away. */
export async function holdPhotos(
  tx: Db,
  actor: CooperativeMember | ProducerMember,
  ids: string[],
): Promise<boolean> {
  await tx.$queryRaw`select id from photos where id = any(${ids}::text[]) order by id for key share`
  return (await tx.photo.count({ where: { id: { in: ids }, ...scopeOfPhotos(actor) } })) === ids.length
}
