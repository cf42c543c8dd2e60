import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'

export const actKinds = [
  'registered',
  'changed',
  'described',
  'photo_added',
  'photo_removed',
  'closure_added',
  'closure_removed',
  'consented',
  'invited',
  'sign_in_ended',
  'left',
  'taken_back',
  'revealed',
  'verified',
  'correction_asked',
  'correction_done',
  'correction_refused',
  'erasure_asked',
  'erasure_done',
  'erasure_refused',
  'exported',
  'paper_added',
] as const
export type ActKind = (typeof actKinds)[number]

type Act = {
  producer: { producerId: string; cooperativeId: string }
  kind: ActKind
  by: { membershipId: string }
  at: Date
  /** Names of what was touched; never what stood there. */
  fields?: string[]
  reason?: string
}

/** Writes down who did what with a member's data. It is never changed again, and the member can read it. */
export async function keepAct(
  tx: Db,
  { producer, kind, by, at, fields = [], reason = '' }: Act,
): Promise<void> {
  const { producerId, cooperativeId } = producer
  const act = { kind, fields, reason, byMembershipId: by.membershipId, at }
  await tx.producerAct.create({ data: { id: newId('act'), producerId, cooperativeId, ...act } })
}
