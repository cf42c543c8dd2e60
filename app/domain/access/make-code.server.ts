import { randomInt } from 'node:crypto'
import { newId } from '#app/platform/ids.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const lifeMs = 24 * 3_600_000

/** Makes a one-time code for a person, by which an older one no longer counts. It is given once and kept nowhere. */
export async function makeCode(
  db: Db,
  { personId, issuedBy }: { personId: string; issuedBy: string },
  at: Date,
): Promise<{ code: string; expiresAt: Date }> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const expiresAt = new Date(at.getTime() + lifeMs)
  const row = { id: newId('code'), personId, issuedBy, createdAt: at, expiresAt }
  await db.oneTimeCode.create({ data: { ...row, codeHash: await hashPassword(code) } })
  return { code, expiresAt }
}
