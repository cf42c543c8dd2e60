import type { Role } from '#app/domain/access/actors.ts'
import type { Prisma } from '#app/generated/prisma/client.ts'
import type { Message } from '#app/messages/say.ts'
import { newId } from '#app/platform/ids.ts'
import { insertRows } from '#app/platform/insert-rows.server.ts'
import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { type Kind, shapeOf } from './kinds.ts'

/** What the text of a kind is filled with: `notice.order.placed` asks for number, chain and total. */
type ValuesOf<K extends Kind> = Omit<Extract<Message, { key: `notice.${K}` }>, 'key'>

/** Whom: of an organisation those whose role the kind names, a producer's own sign-ins, one person there, or the operator. */
export type Recipients =
  | { organisationId: string; except?: string }
  | { producerId: string }
  | { organisationId: string; personId: string }
  | { membershipId: string }
  | 'operator'

export type News<K extends Kind = Kind> = {
  kind: K
  to: Recipients
  /** The id of the thing: of the purchase order, the proposal, the certificate … as the kind has it. */
  about: string
  values: ValuesOf<K>
  /** Two of one kind about one thing are told twice only when this differs: a version, a day, the days that are left. */
  occasion?: string
}

/**
 * Says what happened to whoever should know, and records the job that brings it to them by mail and phone. Call it in
 * the transaction in which it happened.
 *
 * What waits for an answer goes to the first who should give it; where an organisation has nobody else, to the operator.
 * The same told again, by whomever, is told once. `except` is a person: nobody is told of what they did themselves.
 */
export async function tell<K extends Kind>(
  tx: Db,
  { kind, to, about, values, occasion = '' }: News<K>,
  at: Date,
): Promise<void> {
  const people = await listRecipients(tx, kind, to)
  const row = rowOf(kind, { about, values, occasion }, at)
  await keepNotices(tx, people.map(row))
}

/**
 * The same of several things of one kind, each to those of an organisation whose role the kind names: in the same few
 * statements, however many there are.
 */
export async function tellEach<K extends Kind>(
  tx: Db,
  kind: K,
  news: { organisationId: string; about: string; values: ValuesOf<K> }[],
  at: Date,
): Promise<void> {
  const role = { in: [...shapeOf(kind).to.flat()] }
  const organisationId = { in: news.map((one) => one.organisationId) }
  const found = Map.groupBy(
    await readMembers(tx, kind, { organisationId, role }),
    (one) => one.organisationId,
  )
  const told = news.map((one) => ({ ...one, people: firstTold(kind, found.get(one.organisationId) ?? []) }))
  const operators =
    shapeOf(kind).waits && told.some(({ people }) => people.length === 0) ? await readOperators(tx, kind) : []
  const rows = told.flatMap(({ people, about, values }) =>
    (people.length ? people : operators).map(rowOf(kind, { about, values, occasion: '' }, at)),
  )
  await keepNotices(tx, rows)
}

type Told<K extends Kind> = { about: string; values: ValuesOf<K>; occasion: string }

const rowOf =
  <K extends Kind>(kind: K, { about, values, occasion }: Told<K>, at: Date) =>
  ({ membershipId, inInbox }: Recipient) => ({
    id: newId('notice'),
    membership_id: membershipId,
    kind,
    about_id: about,
    occasion,
    said: plain(values),
    waits: shapeOf(kind).waits,
    in_inbox: inInbox || shapeOf(kind).waits,
    told_at: at,
    step: 0,
  })

// JSON has no bigint; a price is written as people read it before it comes here.
function plain(values: object): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? String(value) : value,
  ])
  return Object.fromEntries(entries)
}

type NoticeRow = Parameters<typeof insertRows>[2][number] & { id: string }

/** Writes notices that are not there yet, and records the job that brings them. */
export async function keepNotices(tx: Db, rows: NoticeRow[]): Promise<void> {
  const count = await insertRows(tx, 'notices', rows, { skipTaken: true })
  if (count) await record(tx, 'notice.told', { noticeIds: rows.map(({ id }) => id) })
}

type Recipient = { membershipId: string; organisationId: string; role: string; inInbox: boolean }

async function listRecipients(tx: Db, kind: Kind, to: Recipients): Promise<Recipient[]> {
  const { to: tiers, waits } = shapeOf(kind)
  const found = await readMembers(tx, kind, whereOf(to, tiers.flat()))
  const isByRole = to === 'operator' || ('organisationId' in to && !('personId' in to))
  const told = isByRole ? firstTold(kind, found) : found
  return told.length || !waits ? told : readOperators(tx, kind)
}

/** Of what waits, the first row of roles that has somebody; the others are told when nobody answers. Else everybody. */
function firstTold(kind: Kind, found: Recipient[]): Recipient[] {
  const { to: tiers, waits } = shapeOf(kind)
  if (!waits) return found
  const rows = tiers.map((roles: readonly string[]) => found.filter(({ role }) => roles.includes(role)))
  return rows.find((row) => row.length) ?? []
}

const readOperators = (tx: Db, kind: Kind) => readMembers(tx, kind, whereOf('operator', ['operator']))

function whereOf(to: Recipients, roles: Role[]): Prisma.MembershipWhereInput {
  if (to === 'operator') return { organisationKind: 'operator', role: 'operator' }
  if ('membershipId' in to) return { id: to.membershipId }
  if ('producerId' in to) return { producerId: to.producerId }
  if ('personId' in to) return { organisationId: to.organisationId, personId: to.personId }
  return {
    organisationId: to.organisationId,
    role: { in: roles },
    ...(to.except && { personId: { not: to.except } }),
  }
}

async function readMembers(tx: Db, kind: Kind, where: Prisma.MembershipWhereInput): Promise<Recipient[]> {
  const rows = await tx.membership.findMany({
    where: { ...where, endedAt: null },
    select: {
      id: true,
      organisationId: true,
      role: true,
      preferences: { where: { kind, channel: 'inbox', isOn: false }, select: { isOn: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, organisationId, role, preferences }) => ({
    membershipId: id,
    organisationId,
    role,
    inInbox: preferences.length === 0,
  }))
}
