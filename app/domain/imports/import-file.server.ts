import type { ImportKind } from '#app/generated/prisma/enums.ts'
import { openSealed, seal } from '#app/platform/sealed.server.ts'
import { readStored, storage } from '#app/platform/storage.server.ts'

const keyOf = (id: string): string => `private/imports/${id}`

/** Keeps a file until it was read. One with members in it is sealed. */
export async function keepFile(id: string, kind: ImportKind, bytes: Buffer): Promise<void> {
  const kept = kind === 'members' ? Buffer.from(seal(bytes.toString('base64'), keyOf(id))) : bytes
  await storage().put(keyOf(id), kept, 'application/octet-stream')
}

export async function readFile(id: string, kind: ImportKind): Promise<Buffer | null> {
  const kept = await readStored(keyOf(id))
  if (!kept || kind !== 'members') return kept
  return Buffer.from(openSealed(kept.toString(), keyOf(id)), 'base64')
}

export const removeFile = (id: string): Promise<void> => storage().remove(keyOf(id))
