import { getPassOnHours } from '#app/domain/settings/queries.server.ts'
import { Prisma } from '#app/generated/prisma/client.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { type Db, inTransaction } from '#app/platform/transaction.server.ts'
import { awaited, stillWaits, waitingKinds } from './awaited.server.ts'
import { shapeOf, type WaitingKind } from './kinds.ts'
import { keepNotices } from './tell.server.ts'

const { sql } = Prisma
const mostAtOnce = 500

type Due = {
  kind: WaitingKind
  aboutId: string
  since: Date
  step: 1 | 2
  organisationId: string
  except: string | null
  said: Record<string, string | number>
  occasion: string
}
type Member = { id: string; personId: string; organisationId: string; organisationKind: string; role: string }

/**
 * Passes on what nobody answered: after the hours of the settings to whoever else of the organisation may answer it, and
 * as long after that, or where there is nobody else, to the operator. Every step happens once, whoever looks at the same
 * moment. The same few statements, however much waits.
 *
 * Something that is answered at this very moment is locked by whoever answers, and is left out; the other way round the
 * answer waits until the others were told.
 */
export async function escalate(db: Db, at: Date): Promise<{ passedOn: number }> {
  return inTransaction(db, async (tx) => {
    const due = await listDue(tx, at)
    const members = due.length ? await listMembers(tx, due) : []
    const told = due.length ? await listTold(tx, due) : []
    const planned = due.map((one) => ({ ...one, ...recipientsOf(one, members, told) }))
    const kept = await keepSteps(tx, planned, at)
    const rows = planned
      .filter(({ kind, aboutId, step }) =>
        kept.some((one) => one.kind === kind && one.aboutId === aboutId && one.step === step),
      )
      .flatMap(({ kind, aboutId, said, occasion, step, to }) =>
        to.map((membershipId) => ({
          id: newId('notice'),
          membership_id: membershipId,
          kind,
          about_id: aboutId,
          occasion,
          said,
          waits: true,
          in_inbox: true,
          told_at: at,
          step,
        })),
      )
    await keepNotices(tx, rows)
    await settle(tx, at)
    return { passedOn: kept.length }
  })
}

// One common table per kind, because a union cannot be locked.
async function listDue(tx: Db, at: Date): Promise<Due[]> {
  const before = new Date(at.getTime() - (await getPassOnHours(tx, dayOf(at))) * 3_600_000)
  const sources = waitingKinds.flatMap((kind) => {
    const { table, waits, passedOn } = awaited[kind]
    return passedOn ? [{ kind, table, waits, ...passedOn }] : []
  })
  const ctes = sources.map(
    ({ kind, table, waits, joins, since, organisation, except, said, occasion }, i) => sql`
    ${Prisma.raw(`source_${i}`)} as materialized (
      select ${kind}::text as kind, t.id as about_id, ${since} as since, ${organisation} as organisation_id,
        ${except} as other_than, ${said} as said, ${occasion} as occasion, coalesce(first.step, 0) + 1 as step
      from ${table} t ${joins}
      left join lateral (
        select max(e.step) as step, max(e.at) as at, bool_or(e.to_operator) as to_operator from escalations e
        where e.kind = ${kind} and e.about_id = t.id and e.since = ${since}
      ) first on true
      where ${waits} and ${since} <= ${before}
        and (first.step is null or (first.step = 1 and not first.to_operator and first.at <= ${before}))
      order by ${since} limit ${mostAtOnce}
      for share of t skip locked
    )`,
  )
  const all = sources.map((_, i) => sql`select * from ${Prisma.raw(`source_${i}`)}`)
  return tx.$queryRaw<Due[]>`
    with ${Prisma.join(ctes, ', ')}
    select kind, about_id as "aboutId", since, step, organisation_id as "organisationId", other_than as "except", said, occasion
    from (${Prisma.join(all, ' union all ')}) due order by since, about_id`
}

function listMembers(tx: Db, due: Due[]): Promise<Member[]> {
  return tx.membership.findMany({
    where: {
      endedAt: null,
      OR: [
        { organisationId: { in: [...new Set(due.map(({ organisationId }) => organisationId))] } },
        { organisationKind: 'operator', role: 'operator' },
      ],
    },
    select: { id: true, personId: true, organisationId: true, organisationKind: true, role: true },
    orderBy: { id: 'asc' },
  })
}

const listTold = (tx: Db, due: Due[]) =>
  tx.notice.findMany({
    where: { aboutId: { in: due.map(({ aboutId }) => aboutId) }, waits: true },
    select: { aboutId: true, kind: true, occasion: true, membershipId: true },
  })

function recipientsOf(
  { kind, aboutId, occasion, organisationId, except, step }: Due,
  members: Member[],
  told: Awaited<ReturnType<typeof listTold>>,
): { to: string[]; toOperator: boolean } {
  const isTold = ({ id }: Member) =>
    told.some(
      (one) =>
        one.membershipId === id && one.aboutId === aboutId && one.kind === kind && one.occasion === occasion,
    )
  const roles: readonly string[] = shapeOf(kind).to.flat()
  const others = members.filter(
    (one) =>
      one.organisationId === organisationId &&
      roles.includes(one.role) &&
      one.personId !== except &&
      !isTold(one),
  )
  if (step === 1 && others.length) return { to: others.map(({ id }) => id), toOperator: false }
  const operators = members.filter((one) => one.organisationKind === 'operator' && !isTold(one))
  return { to: operators.map(({ id }) => id), toOperator: true }
}

type Step = { kind: string; aboutId: string; step: number }

// Whoever writes the step has taken it; the other one waits for the row, and then has nothing to tell.
async function keepSteps(tx: Db, planned: (Due & { toOperator: boolean })[], at: Date): Promise<Step[]> {
  if (planned.length === 0) return []
  const rows = planned.map(({ kind, aboutId, since, step, toOperator }) => ({
    kind,
    about_id: aboutId,
    since,
    step,
    at,
    to_operator: toOperator,
  }))
  return tx.$queryRaw<Step[]>`
    insert into escalations (kind, about_id, since, step, at, to_operator)
    select kind, about_id, since, step, at, to_operator
    from jsonb_populate_recordset(null::escalations, ${JSON.stringify(rows)}::jsonb)
    order by kind, about_id, since, step
    on conflict do nothing
    returning kind, about_id as "aboutId", step`
}

// What was answered is looked at no more. The inbox does not depend on it.
async function settle(tx: Db, at: Date): Promise<void> {
  await tx.$executeRaw`
    update notices n set settled_at = ${at}
    where n.waits and n.settled_at is null and not ${stillWaits}`
}
