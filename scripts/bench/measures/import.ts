// A price list of ROWS rows as a cooperative sends it, three in a hundred wrong, as XLSX and as CSV: what the worker takes
// to read and save it, in seconds and memory, whether what it counts is exact, and that the same file again changes nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import { workerFlags } from '../../machine/processes.ts'
import { withMarket } from '../market.ts'

const rows = Number(process.env.ROWS ?? 10_000)

const types = ['xlsx', 'csv'] as const

await withMarket(
  async () => {
    const { importsOf, wrongOf } = await import('../imports.ts')
    const { send, confirm, countsOf, badRowsOf, fingerprint } = await importsOf(rows)
    const results: Record<string, object> = {}
    for (const type of types) {
      const importId = await send(type)
      const read = await inWorker('read', importId)
      const counts = await countsOf(importId)
      await confirm(importId)
      const save = await inWorker('save', importId)
      const bad = await badRowsOf(importId)

      const saved = await fingerprint()
      const again = await send(type)
      const readAgain = await inWorker('read', again)
      const countsAgain = await countsOf(again)
      await confirm(again)
      const saveAgain = await inWorker('save', again)
      const wrong = wrongOf(rows)
      expectSame(`${type}: counts`, counts, { new: rows - wrong, changed: 0, same: 0, wrong })
      expectSame(`${type}: rows to mend`, bad, wrong)
      expectSame(`${type}: counts of the same file again`, countsAgain, {
        ...counts,
        new: 0,
        same: rows - wrong,
      })
      expectSame(`${type}: what is there after the same file again`, await fingerprint(), saved)
      results[type] = {
        ...counts,
        readS: read.seconds,
        saveS: save.seconds,
        againS: readAgain.seconds + saveAgain.seconds,
        peakMb: Math.max(read.peakMb, save.peakMb),
      }
    }
    const { closeDatabase } = await import('#app/platform/db.server.ts')
    await closeDatabase()
    console.table(results)
    console.log(JSON.stringify({ bench: 'import', rows, results }))
  },
  Number(process.env.PRODUCTS ?? 10_000),
)

function expectSame(what: string, found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

/** One step of the worker in a process of its own, which tells how long it took and the most memory it ever had. */
async function inWorker(
  step: 'read' | 'save',
  importId: string,
): Promise<{ seconds: number; peakMb: number }> {
  const child = spawn(process.execPath, [...workerFlags, 'scripts/bench/import-step.ts', step, importId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`import ${step} ended with ${code}`)
  return JSON.parse(said)
}
