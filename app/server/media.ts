import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { mediaKey } from '#app/platform/images.server.ts'
import { StorageError, storage } from '#app/platform/storage.server.ts'

const wanted = /^[0-9a-f]{32}-(320|640|1280)\.(avif|webp|jpeg)$/

/** A picture by the hash of its content, which never changes under its name. Nothing else of the store is sent. */
export const sendMedia: RequestHandler<{ file: string }> = async (req, res) => {
  const { file } = req.params
  const answer = (status: number, text: string) => void res.status(status).type('text').send(text)
  if (!wanted.test(file)) return answer(404, 'Gambar ini tidak ada.')
  const etag = `"${file}"`
  const isKnown = req.get('if-none-match') === etag
  try {
    const found = isKnown ? null : await storage().get(mediaKey(file))
    if (!found && !isKnown) return answer(404, 'Gambar ini tidak ada.')
    res.set({ 'cache-control': 'public, max-age=31536000, immutable', etag })
    if (!found) return void res.status(304).end()
    res.set({ 'content-type': found.type, 'content-length': String(found.size) })
    if (req.method !== 'HEAD') return await pipeline(found.body, res)
    found.body.destroy()
    res.end()
  } catch (error) {
    // Whoever left before the end is nothing to say anything about.
    if (res.headersSent || res.closed) return void res.destroy()
    if (!(error instanceof StorageError)) throw error
    console.warn(`media: ${error.message}`)
    res.removeHeader('etag')
    res.set({ 'cache-control': 'no-store', 'retry-after': '10' })
    answer(503, 'Gambar ini belum bisa diambil.')
  }
}
