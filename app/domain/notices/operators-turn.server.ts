import { Prisma } from '#app/generated/prisma/client.ts'
import type { WaitingKind } from './kinds.ts'

type Thing = {
  about: Prisma.Sql
  /** Since when it waits. */
  since: Prisma.Sql
  cooperative: Prisma.Sql
  /** The person who may not answer it. */
  sender: Prisma.Sql
}

/** Whether the operator answers what somebody of a cooperative sent: where nobody else there may, and where nobody did in time. */
export const isOperatorsTurn = (
  kind: WaitingKind,
  { about, since, cooperative, sender }: Thing,
) => Prisma.sql`(
  not exists (
    select from memberships colleague
    where colleague.organisation_id = ${cooperative} and colleague.ended_at is null
      and colleague.person_id <> ${sender} and colleague.role in ('officer', 'manager')
  ) or exists (
    select from escalations e
    where e.kind = ${kind} and e.about_id = ${about} and e.since = ${since} and e.to_operator
  ))`
