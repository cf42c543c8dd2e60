import type { Db } from '#app/platform/transaction.server.ts'

/**
 * To whom something that waits was passed on, and when, the first step first. Ask it of what the reader was shown already:
 * it knows no scope of its own.
 */
export async function listPassedOn(db: Db, aboutId: string) {
  const [steps, people] = await Promise.all([
    db.escalation.findMany({
      where: { aboutId },
      select: { kind: true, since: true, step: true, at: true, toOperator: true },
      orderBy: [{ since: 'asc' }, { step: 'asc' }],
    }),
    db.notice.findMany({
      where: { aboutId, step: { gt: 0 } },
      select: { toldAt: true, membership: { select: { person: { select: { name: true } } } } },
      orderBy: { id: 'asc' },
    }),
  ])
  const last = steps.at(-1)
  return steps
    .filter(({ kind, since }) => kind === last?.kind && since.getTime() === last.since.getTime())
    .map(({ at, toOperator }) => ({
      at,
      toOperator,
      names: people
        .filter(({ toldAt }) => toldAt.getTime() === at.getTime())
        .map(({ membership }) => membership.person.name),
    }))
}
