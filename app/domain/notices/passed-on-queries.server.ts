import { Prisma } from '#app/generated/prisma/client.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { awaited } from './awaited.server.ts'
import type { WaitingKind } from './kinds.ts'

/** One step of what was passed on: to whom, by name, or to the operator. */
export type PassedOn = { at: Date; toOperator: boolean; names: string[] }

/**
 * To whom things that wait at this moment were passed on since they began to wait, the first step first, by their ids.
 * Ask it of what the reader was shown already: it knows no scope of its own.
 */
export async function listPassedOn(
  db: Db,
  kind: WaitingKind,
  aboutIds: string[],
): Promise<Record<string, PassedOn[]>> {
  const { table, waits, passedOn } = awaited[kind]
  if (!passedOn || aboutIds.length === 0) return {}
  const steps = await db.$queryRaw<(PassedOn & { aboutId: string })[]>`
    select e.about_id as "aboutId", e.at, e.to_operator as "toOperator", array(
      select p.name from notices n join memberships m on m.id = n.membership_id join people p on p.id = m.person_id
      where n.about_id = e.about_id and n.kind = e.kind and n.step = e.step and n.told_at = e.at order by n.id
    ) as names
    from escalations e join ${table} t on t.id = e.about_id ${passedOn.joins}
    where e.kind = ${kind} and e.about_id in (${Prisma.join(aboutIds)}) and e.since = ${passedOn.since} and ${waits}
    order by e.about_id, e.step`
  return Object.groupBy(steps, ({ aboutId }) => aboutId) as Record<string, PassedOn[]>
}

/** Whether one of these things waits at this moment and was passed on to the operator, who may then answer it. */
export async function isWithOperator(db: Db, kind: WaitingKind, aboutIds: string[]): Promise<boolean> {
  const steps = Object.values(await listPassedOn(db, kind, aboutIds)).flat()
  return steps.some(({ toOperator }) => toOperator)
}
