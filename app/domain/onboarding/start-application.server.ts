import { randomBytes } from 'node:crypto'
import type { Actor } from '#app/domain/access/actors.ts'
import type { Visitor } from '#app/domain/access/rules.ts'
import { hashOf } from '#app/domain/access/sessions.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.ts'
import { rateLimit } from '#app/platform/rate-limit.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import type { Start } from './rules.ts'

// A district office helps several villages in one morning.
const starts = rateLimit({ tries: 20, minutes: 60 })

/**
 * Begins an application and gives the private link's token, which is kept nowhere. Nobody needs to be signed in; who is,
 * is remembered, so that they do not judge it themselves.
 *
 * @throws Refusal `too_many` from one address.
 */
export async function startApplication(
  db: Db,
  visitor: Visitor,
  { kind, legalName, filerName, actor }: Start & { actor: Actor | null },
  at: Date,
): Promise<{ id: string; token: string }> {
  await starts.count(visitor.address)
  const token = randomBytes(24).toString('base64url')
  const id = newId('application')
  await db.application.create({
    data: {
      id,
      number: await nextNumber(db, at),
      kind,
      tokenHash: hashOf(token),
      filerName,
      filedByPersonId: actor?.personId ?? null,
      legalName,
      createdAt: at,
      changedAt: at,
    },
  })
  return { id, token }
}

async function nextNumber(db: Db, at: Date): Promise<string> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`select nextval('application_numbers') n`
  const month = dayOf(at).slice(2, 7).replace('-', '')
  return `PD-${month}-${String(row?.n ?? 0n).padStart(4, '0')}`
}
