// Photos that were chosen and not yet sent, kept on the phone, so that a closed browser loses none.
import { unsentDays } from '#app/domain/photos/rules.ts'

/** `place` is the form they were chosen in. */
export type BoxedPhoto = { key: string; place: string; photo: Blob; at: number }
type Row = { key: string; place: string; bytes: ArrayBuffer; type: string; at: number }

/** As long as the draft that they belong to. */
const keptMs = unsentDays * 86_400_000

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('rak-lokal-foto', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('photos', { keyPath: 'key' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function ask<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('photos', mode)
      const asked = work(transaction.objectStore('photos'))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Keeps a photo; false where the browser forbids it or is full: nothing is promised then. */
export async function keepInBox({ key, place, photo, at }: BoxedPhoto): Promise<boolean> {
  try {
    // Bytes, since some browsers keep no blobs.
    const row: Row = { key, place, at, type: photo.type, bytes: await photo.arrayBuffer() }
    await ask('readwrite', (store) => store.put(row))
    return true
  } catch {
    return false
  }
}

/** The photos of a form that wait, the first chosen first; what is too old goes. */
export async function openBox(place: string): Promise<BoxedPhoto[]> {
  try {
    const rows = (await ask('readonly', (store) => store.getAll())) as Row[]
    const oldest = Date.now() - keptMs
    for (const { key, at } of rows) if (at < oldest) await dropFromBox(key)
    return rows
      .filter((row) => row.place === place && row.at >= oldest)
      .sort((a, b) => a.at - b.at)
      .map(({ bytes, type, ...row }) => ({ ...row, photo: new Blob([bytes], { type }) }))
  } catch {
    return []
  }
}

export async function dropFromBox(key: string): Promise<void> {
  try {
    await ask('readwrite', (store) => store.delete(key))
  } catch {}
}
