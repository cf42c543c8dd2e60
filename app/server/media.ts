import path from 'node:path'
import type { RequestHandler } from 'express'
import { mediaDir } from '#app/platform/images.server.ts'

const wanted = /^[0-9a-f]{32}-(320|640|1280)\.(avif|webp|jpeg)$/

/** A picture by the hash of its content, which never changes under its name. */
export const sendMedia: RequestHandler<{ file: string }> = (req, res) => {
  const missing = () => void res.status(404).type('text').send('Gambar ini tidak ada.')
  if (!wanted.test(req.params.file)) return missing()
  const options = {
    root: path.resolve(mediaDir()),
    immutable: true,
    maxAge: '1y',
    dotfiles: 'allow' as const,
  }
  res.sendFile(req.params.file, options, (error) => {
    if (error && !res.headersSent) missing()
  })
}
