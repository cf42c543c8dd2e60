import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { problem } from './problems.mjs'
import { end } from './processes.ts'

export type MeiliServer = {
  url: string
  key: string
  port: number
  child: ChildProcess
  stop(): Promise<void>
}

/** The `meilisearch` program on PATH. */
export function findMeilisearch(): string | undefined {
  const name = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch'
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map((folder) => path.join(folder, name)).find(isProgram)
}

/** What to do without one. */
export function howToGetMeilisearch(): string {
  return (
    'Search in Meilisearch was not tested: put the program `meilisearch` (1.50 or later, from github.com/meilisearch/meilisearch) ' +
    'on PATH, or set MEILI_URL and MEILI_KEY to a server that tests may use.'
  )
}

/** Starts a server that keeps its data in `dir`, on a free port unless one is named, and waits until it answers. */
export async function startMeilisearch(
  program: string,
  { dir, port, key = 'only-for-this-run' }: { dir: string; port?: number; key?: string },
): Promise<MeiliServer> {
  mkdirSync(dir, { recursive: true })
  const chosen = port ?? (await freePort())
  const url = `http://127.0.0.1:${chosen}`
  const options = [
    '--no-analytics',
    '--db-path',
    path.join(dir, 'data'),
    '--dump-dir',
    path.join(dir, 'dumps'),
  ]
  const where = ['--snapshot-dir', path.join(dir, 'snapshots'), '--http-addr', `127.0.0.1:${chosen}`]
  const env = { ...process.env, MEILI_MASTER_KEY: key, MEILI_LOG_LEVEL: 'ERROR' }
  const child = spawn(program, [...options, ...where], {
    cwd: dir,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
  })
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(problem(`Meilisearch ended with ${code} before it answered: ${said}`)),
    )
  })
  failed.catch(() => {})
  await Promise.race([answers(url), failed])
  return { url, key, port: chosen, child, stop: () => end(child) }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const health = await fetch(`${url}/health`).catch(() => undefined)
    if (health?.ok) return
    await sleep(50)
  }
  throw problem(`Meilisearch does not answer at ${url}.`)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
