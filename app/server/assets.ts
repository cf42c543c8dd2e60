import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'
import { encodingFor } from './compress.ts'

type Encoding = 'br' | 'gzip'
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/**
 * Scripts and styles of the build, compressed as well as can be, once, when somebody first asks for them.
 *
 * Their names change with their content, so what was compressed is never out of date. Everything else is left to the
 * next handler.
 */
export function compressedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>()
  return async (req, res, next) => {
    const name = req.path.slice(1)
    const type = types[path.extname(name)]
    const encoding = encodingFor(req.headers['accept-encoding'])
    if (!type || !encoding || !/^[\w.-]+$/.test(name)) return next()
    const key = `${encoding} ${name}`
    const body = kept.get(key) ?? compress(path.join(folder, name), encoding)
    kept.set(key, body)
    try {
      const bytes = await body
      res.set({
        'content-type': type,
        'content-encoding': encoding,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      })
      res.end(req.method === 'HEAD' ? undefined : bytes)
    } catch {
      kept.delete(key)
      next() // there is no such file
    }
  }
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

async function compress(file: string, encoding: Encoding): Promise<Buffer> {
  const bytes = await readFile(file)
  const best = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }
  return encoding === 'br' ? toBrotli(bytes, best) : toGzip(bytes, { level: 9 })
}
