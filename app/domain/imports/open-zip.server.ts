import yauzl from 'yauzl'
import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'

export type Packed = {
  names: string[]
  /** What is packed under a name, piece by piece as it is unpacked; null where there is nothing. */
  read(name: string): AsyncIterable<Buffer> | null
}

type Bounds = { entries: number; bytes: number; ratio: number }
const usual: Bounds = {
  entries: limits.packedEntries,
  bytes: limits.unpackedBytes,
  ratio: limits.packedRatio,
}

/**
 * Opens a ZIP that a stranger made. What it says of its sizes is checked before anything is unpacked, and what really
 * comes out is counted while it comes: a bomb is refused, never unpacked.
 *
 * @throws FileProblem for what is locked, broken, nested, or larger than we read.
 */
export async function openZip(bytes: Buffer, bounds: Bounds = usual): Promise<Packed> {
  const zip = await yauzl
    .fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    .catch(broken)
  if (zip.entryCount > bounds.entries) throw new FileProblem({ key: 'import.zip_many', most: bounds.entries })
  const entries = new Map<string, yauzl.Entry>()
  let declared = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('error', () => reject(new FileProblem({ key: 'import.zip_broken' })))
    zip.on('end', resolve)
    zip.on('entry', (entry: yauzl.Entry) => {
      declared += entry.uncompressedSize
      const problem = problemOf(entry, declared, bounds, entries.has(entry.fileName))
      if (problem) return reject(problem)
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
  let left = bounds.bytes
  const take = (count: number) => {
    left -= count
    if (left < 0) throw new FileProblem({ key: 'import.zip_bomb' })
  }
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      return entry ? unpack(zip, entry, take) : null
    },
  }
}

async function* unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, take: (count: number) => void) {
  const stream = await zip.openReadStreamPromise(entry).catch(broken)
  try {
    for await (const chunk of stream) {
      take((chunk as Buffer).length)
      yield chunk as Buffer
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem({ key: 'import.zip_broken' })
  } finally {
    stream.destroy()
  }
}

function problemOf(
  entry: yauzl.Entry,
  declared: number,
  bounds: Bounds,
  isTwice: boolean,
): FileProblem | null {
  const { fileName, uncompressedSize, compressedSize } = entry
  if (entry.generalPurposeBitFlag & 1) return new FileProblem({ key: 'import.locked' })
  const isBomb =
    declared > bounds.bytes ||
    (uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * bounds.ratio)
  if (isBomb) return new FileProblem({ key: 'import.zip_bomb' })
  if (/\.(zip|xlsx|7z|rar|gz|tgz|jar)$/i.test(fileName)) return new FileProblem({ key: 'import.zip_nested' })
  if (isTwice) return new FileProblem({ key: 'import.zip_broken' })
  return null
}

function broken(): never {
  throw new FileProblem({ key: 'import.zip_broken' })
}
