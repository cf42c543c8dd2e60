import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Storage } from './storage.server.ts'

const folder = () => path.resolve(process.env.UPLOAD_DIR ?? '.data/uploads')
const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.pdf': 'application/pdf',
}

/** Files in a folder of this machine, under their keys. The type is that of the name's ending. */
export function localStorage(): Storage {
  const fileOf = (key: string) => path.join(folder(), key)
  return {
    // Written beside and renamed, so that nobody is sent half a file.
    async put(key, bytes) {
      const file = fileOf(key)
      const partial = `${file}.${randomUUID()}.part`
      await mkdir(path.dirname(file), { recursive: true })
      try {
        await writeFile(partial, bytes)
        await rename(partial, file)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    async get(key) {
      const file = await open(fileOf(key)).catch(orNull)
      if (!file) return null
      const { size } = await file.stat()
      const type = types[path.extname(key)] ?? 'application/octet-stream'
      return { body: file.createReadStream(), size, type }
    },
    has: async (key) => (await stat(fileOf(key)).catch(orNull)) !== null,
    remove: (key) => rm(fileOf(key), { force: true }),
    async list(prefix) {
      const found = await readdir(fileOf(prefix), { recursive: true, withFileTypes: true }).catch(orNull)
      return (found ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map(({ parentPath, name }) => path.relative(folder(), path.join(parentPath, name)))
    },
  }
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
