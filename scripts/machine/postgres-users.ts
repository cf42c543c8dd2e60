// Which commands use a cluster: the last one that goes turns it off, also after others died without a word.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Use = {
  /** Gives the cluster up; true when nobody else uses it any more. */
  giveUp(): boolean
}

/** Notes in the cluster's folder that this process uses it. */
export function use(dir: string): Use {
  const folder = path.join(dir, 'users')
  mkdirSync(folder, { recursive: true })
  const mine = `${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(path.join(folder, mine), bornAt(process.pid))
  return {
    giveUp() {
      rmSync(path.join(folder, mine), { force: true })
      return readdirSync(folder).filter((name) => isThere(folder, name)).length === 0
    },
  }
}

function isThere(folder: string, name: string): boolean {
  const file = path.join(folder, name)
  try {
    const pid = Number(name.split('-')[0])
    process.kill(pid, 0)
    if (readFileSync(file, 'utf8') === bornAt(pid)) return true
  } catch (error) {
    // Alive, but another user's.
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') return true
  }
  rmSync(file, { force: true })
  return false
}

// The system gives a dead process's number to another one in time; the moment of its birth tells them apart.
function bornAt(pid: number): string {
  if (process.platform !== 'linux') return ''
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  return fields.split(' ')[19] ?? ''
}
