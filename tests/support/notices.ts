// An order that one officer was told of, and nobody else of the cooperative.
import { db } from '#app/platform/db.server.ts'
import { anOfficer } from './make.ts'
import { anOrder, aScene, now, place } from './orders.ts'
import { theLaw } from './readiness.ts'

export async function anOrderWith() {
  const scene = await aScene()
  await theLaw()
  const { cooperativeId } = scene.variant
  await db.membership.updateMany({ where: { organisationId: cooperativeId }, data: { endedAt: now } })
  const organisation = await db.organisation.findUniqueOrThrow({ where: { id: cooperativeId } })
  const officer = await anOfficer({ organisation })
  const { id } = await place(scene.buyer, anOrder([scene.placement]))
  const order = await db.purchaseOrder.findFirstOrThrow({
    where: { shelfOrderId: id },
    include: { lines: true },
  })
  const lineId = order.lines[0]?.id ?? ''
  return { ...scene, officer, order, lineId, at: now }
}
