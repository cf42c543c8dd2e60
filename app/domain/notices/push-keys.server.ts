import { makePushKeys, type PushKeys } from '#app/platform/push.server.ts'
import { isSealedBefore, openSealed, seal } from '#app/platform/sealed.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'

const place = 'push_keys/1/private'

/**
 * The keys that sign pushes: the environment's, or a pair made once for this database, its private half sealed. A browser
 * agrees to be told by one public key, so it stays the same.
 */
export async function getPushKeys(
  db: Db,
  env: Record<string, string | undefined> = process.env,
): Promise<PushKeys> {
  const subject = env.PUBLIC_ORIGIN?.startsWith('https://')
    ? env.PUBLIC_ORIGIN
    : 'mailto:kabar@raklokal.example'
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey } = env
  if (publicKey && privateKey) return { publicKey, privateKey, subject }
  const kept = (await db.pushKey.findUnique({ where: { id: 1 } })) ?? (await make(db))
  const opened = openSealed(kept.privateSealed, place)
  if (isSealedBefore(kept.privateSealed))
    await db.pushKey.update({ where: { id: 1 }, data: { privateSealed: seal(opened, place) } })
  return { publicKey: kept.publicKey, privateKey: opened, subject }
}

// Whoever comes first has made them.
async function make(db: Db) {
  const { publicKey, privateKey } = makePushKeys()
  const row = { id: 1, publicKey, privateSealed: seal(privateKey, place) }
  await db.pushKey.createMany({ data: row, skipDuplicates: true })
  return db.pushKey.findUniqueOrThrow({ where: { id: 1 } })
}
