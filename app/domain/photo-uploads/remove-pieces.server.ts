import { StorageError, storage } from '#app/platform/storage.server.ts'

/** Removes the pieces of a photo on its way. What cannot be removed now is removed by `forgetUploads`. */
export async function removePieces(uploadId: string): Promise<void> {
  try {
    for (const key of await storage().list(`private/uploads/${uploadId}/`)) await storage().remove(key)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    console.warn(`photo: ${error.message}`)
  }
}
