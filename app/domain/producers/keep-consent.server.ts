import type { ConsentWay } from '#app/generated/prisma/enums.ts'
import { newId } from '#app/platform/ids.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { keepAct } from './keep-act.server.ts'
import { consentVersion } from './rules.ts'

type Given = {
  producer: { producerId: string; cooperativeId: string }
  by: { membershipId: string }
  way: ConsentWay
  at: Date
}

/** Whether the member allows its data to be kept. */
export async function hasConsent(tx: Db, producerId: string): Promise<boolean> {
  return (await tx.producerConsent.count({ where: { producerId, withdrawnAt: null } })) > 0
}

/** Records that a member allowed its data to be kept, after the text of today. One that holds already stays. */
export async function keepConsent(tx: Db, { producer, by, way, at }: Given): Promise<void> {
  const { producerId, cooperativeId } = producer
  if (await hasConsent(tx, producerId)) return
  await tx.producerConsent.create({
    data: {
      id: newId('consent'),
      producerId,
      cooperativeId,
      textVersion: consentVersion,
      way,
      givenAt: at,
      recordedBy: by.membershipId,
    },
  })
  await keepAct(tx, { producer, kind: 'consented', by, at, reason: way })
}
