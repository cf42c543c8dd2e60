import type { ProducerRecord } from '#app/generated/prisma/client.ts'
import { isSealedBefore, openSealed, seal } from '#app/platform/sealed.server.ts'
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
    if (!valueSealed || !isOld(valueSealed)) continue
    const text = openOrLeave(() => openSealed(valueSealed, requestPlace(id)))
    if (text === null) continue
    const again = { valueSealed: seal(text, requestPlace(id)) }
    count += (await db.producerRequest.updateMany({ where: { id, valueSealed }, data: again })).count
  }
  return count
}

/** A row that cannot be opened, because its key is gone, is left as it is and keeps no other from being sealed again. */
function openOrLeave<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    console.warn(`worker: not sealed again: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

const isOld = (sealed: string | null): boolean => sealed !== null && isSealedBefore(sealed)
