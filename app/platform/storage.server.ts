import type { Readable } from 'node:stream'
import { localStorage } from './storage-local.server.ts'
import { s3Settings, s3Storage } from './storage-s3.server.ts'

/** What is kept under a key, read as it is sent on. */
export type Stored = { body: Readable; size: number; type: string }

/**
 * Where files are kept: a folder of this machine, or any store that speaks S3's REST.
 *
 * Keys are made by us and never by a person: `media/…` is what the media route may send to anybody, `originals/…` what
 * photos are made from, and everything under `private/…` only leaves through a capability that asked who is asking.
 */
export type Storage = {
  /** All of it or nothing; under the same key again it takes the other's place. */
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** Null where nothing is kept under the key. */
  get(key: string): Promise<Stored | null>
  has(key: string): Promise<boolean>
  /** Again changes nothing. */
  remove(key: string): Promise<void>
  /** The keys that begin so, in no promised order. */
  list(prefix: string): Promise<string[]>
}

/** The store is away, slow or does not let us in. What was asked may be asked again. */
export class StorageError extends Error {
  override name = 'StorageError'
}

let opened: { settings: string; storage: Storage } | undefined

/** The store that the environment names: S3 where `S3_BUCKET` is set, else the folder `UPLOAD_DIR`. */
export function storage(): Storage {
  const s3 = s3Settings(process.env)
  const settings = JSON.stringify(s3 ?? process.env.UPLOAD_DIR ?? '')
  if (opened?.settings !== settings)
    opened = { settings, storage: keyed(s3 ? s3Storage(s3) : localStorage()) }
  return opened.storage
}

/** The whole of what is kept, or null. For what fits into memory. */
export async function readStored(key: string): Promise<Buffer | null> {
  const found = await storage().get(key)
  if (!found) return null
  const chunks: Buffer[] = []
  for await (const chunk of found.body) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const key = /^(?:media|originals|private)(?:\/[0-9a-z][0-9a-z_.-]{0,120}){1,4}$/
const prefix = /^(?:media|originals|private)(?:\/[0-9a-z][0-9a-z_.-]{0,120}){0,3}\/$/

// The last line of defence: whatever a caller does, no key leaves the store's three rooms. What fails behind it says so
// in one way, whichever store it is.
function keyed(store: Storage): Storage {
  const ask = async <T>(text: string, shape: RegExp, work: () => Promise<T>): Promise<T> => {
    if (!shape.test(text) || text.includes('..')) throw new Error(`not a key of the store: ${text}`)
    return work().catch((error) => {
      throw new StorageError(`${text}: ${error.name} ${error.message}`, { cause: error })
    })
  }
  return {
    put: (text, bytes, type) => ask(text, key, () => store.put(text, bytes, type)),
    get: (text) => ask(text, key, () => store.get(text)),
    has: (text) => ask(text, key, () => store.has(text)),
    remove: (text) => ask(text, key, () => store.remove(text)),
    list: (text) => ask(text, prefix, () => store.list(text)),
  }
}
