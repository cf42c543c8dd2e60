import { allow, type CooperativeMember, type ProducerMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** On whose behalf the officer can list a product, by name; a producer for itself only. */
export async function listProducers(db: Db, officer: CooperativeMember | ProducerMember) {
  allow(officer, 'product.read')
  const rows = await db.producer.findMany({
    where: {
      cooperativeId: officer.cooperativeId,
      leftAt: null,
      ...(officer.kind === 'producer' && { id: officer.producerId }),
    },
    select: { id: true, name: true, village: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ village, ...producer }) => ({ ...producer, village: village.name }))
}
