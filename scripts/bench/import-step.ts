// One step of an import, as the worker does it: node scripts/bench/import-step.ts read|save <import>
import { readFileSync } from 'node:fs'
import { readImport } from '#app/domain/imports/read-import.server.ts'
import { saveImport } from '#app/domain/imports/save-import.server.ts'
import { closeDatabase, db } from '#app/platform/db.server.ts'
import '#app/jobs/tasks.ts' // a worker has all of its tasks in memory

const [step, importId = ''] = process.argv.slice(2)
const began = performance.now()
await (step === 'read' ? readImport : saveImport)(db, { importId }, new Date())
const seconds = Math.round((performance.now() - began) / 10) / 100
await closeDatabase()
// What Linux says the process had at its largest; elsewhere what it says itself.
const peak = /VmHWM:\s+(\d+)/.exec(
  process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '',
)
const peakMb = Math.round(Number(peak?.[1] ?? process.resourceUsage().maxRSS) / 1024)
console.log(JSON.stringify({ seconds, peakMb }))
process.exit()
