import { allow, type CooperativeMember } from '#app/domain/access/actors.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** On whose behalf the officer can list a product, by name. */
export async function listProducers(db: Db, officer: CooperativeMember) {
  allow(officer, 'product.read')
  const rows = await db.producer.findMany({
    where: { cooperativeId: officer.cooperativeId, leftAt: null },
    select: { id: true, name: true, village: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ village, ...producer }) => ({ ...producer, village: village.name }))
}
