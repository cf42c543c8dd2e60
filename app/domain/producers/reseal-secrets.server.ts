import type { ProducerRecord } from '#app/generated/prisma/client.ts'
import { isSealedBefore, openOrLeave, sealAgain } from '#app/platform/sealed.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { secretFields } from './rules.ts'
import { nikDigests, openFor, requestPlace, sealFor } from './secrets.server.ts'

const batch = 200

/**
 * Seals everything again that was sealed with an older key, so that the older one can be taken away. Gives how many rows
 * it was. What somebody writes meanwhile is left to the next time.
 */
export async function resealSecrets(db: Db): Promise<number> {
  let count = 0
  for (let after = ''; ; ) {
    const rows = await db.producerRecord.findMany({
      where: { producerId: { gt: after } },
      orderBy: { producerId: 'asc' },
      take: batch,
    })
    for (const row of rows) count += await resealRecord(db, row)
    if (rows.length < batch) break
    after = rows.at(-1)?.producerId ?? ''
  }
  return count + (await resealRequests(db))
}

async function resealRecord(db: Db, row: ProducerRecord): Promise<number> {
  const { producerId, cooperativeId } = row
  const old = secretFields.filter((field) => isOld(row[`${field}Sealed`]))
  if (old.length === 0) return 0
  const texts = openOrLeave(() =>
    old.map((field) => [field, openFor(producerId, field, row[`${field}Sealed`] ?? '')] as const),
  )
  if (texts === null) return 0
  const nik = texts.find(([field]) => field === 'nik')?.[1]
  const data = {
    ...Object.fromEntries(texts.map(([field, text]) => [`${field}Sealed`, sealFor(producerId, field, text)])),
    ...(nik && { nikDigest: nikDigests(cooperativeId, nik)[0] }),
  }
  const unchanged = { producerId, nikSealed: row.nikSealed, npwpSealed: row.npwpSealed }
  const where = { ...unchanged, accountSealed: row.accountSealed }
  return (await db.producerRecord.updateMany({ where, data })).count
}

async function resealRequests(db: Db): Promise<number> {
  const open = await db.producerRequest.findMany({
    where: { valueSealed: { not: null } },
    select: { id: true, valueSealed: true },
  })
  let count = 0
  for (const { id, valueSealed } of open) {
    const again = sealAgain(valueSealed ?? '', requestPlace(id))
    if (again === null) continue
    const where = { id, valueSealed }
    count += (await db.producerRequest.updateMany({ where, data: { valueSealed: again } })).count
  }
  return count
}

const isOld = (sealed: string | null): boolean => sealed !== null && isSealedBefore(sealed)
