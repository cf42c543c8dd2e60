// Makes a cluster's folder, and starts a server in it.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { User } from './postgres-binaries.ts'
import { ask } from './postgres-running.ts'

const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }

/** Makes a cluster in a folder that gets its name when it is complete: neither a crash nor a second command can spoil it. */
export function initialise(bin: string, home: string, user: User): void {
  const partial = path.join(home, `data.${process.pid}`)
  const password = `${partial}.password`
  mkdirSync(partial, { mode: 0o700 })
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (user.uid !== undefined)
    for (const at of [home, partial, password]) chownSync(at, user.uid, user.gid ?? user.uid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=app', `--pwfile=${password}`, '--auth=scram-sha-256']
  const args = [`--pgdata=${partial}`, ...access, ...locale, '--no-instructions', '--no-sync']
  const made = spawnSync(path.join(bin, 'initdb'), args, {
    ...user,
    cwd: home,
    encoding: 'utf8',
    env: environment,
  })
  if (made.status !== 0) {
    for (const at of [partial, password]) rmSync(at, { recursive: true, force: true })
    throw new Error(`initdb failed: ${made.error ?? made.stderr}`)
  }
  renameSync(password, path.join(partial, 'password'))
  const data = path.join(home, 'data')
  if (existsSync(data)) rmSync(partial, { recursive: true })
  else renameSync(partial, data)
}

type Server = {
  bin: string
  data: string
  home: string
  user: User
  throwaway?: boolean
  durable?: boolean
}

/** Starts a server on a free port of this machine; gives its address when it accepts connections. */
export async function start({ bin, data, home, user, throwaway, durable }: Server): Promise<string> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: throwaway && !durable ? '64MB' : `${sharedBuffers()}MB`,
    max_connections: throwaway ? '200' : '60',
    ...(throwaway && !durable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = path.join(home, 'log')
  const output = openSync(log, 'w')
  const child = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...user,
    cwd: home,
    detached: true, // Ctrl-C in the terminal must not reach it before the server has drained
    stdio: ['ignore', output, output],
    env: environment,
  })
  closeSync(output)
  child.unref() // it outlives this process where another one uses it too
  const ended: { why?: () => unknown } = {}
  child.once('error', (error) => {
    ended.why = () => error
  })
  // The log is read when it is asked for: the folder of a throwaway cluster may go before its server does.
  child.once('exit', (code) => {
    ended.why = () => new Error(`PostgreSQL ended (${code}): ${readFileSync(log, 'utf8').slice(-4_000)}`)
  })
  const password = readFileSync(path.join(data, 'password'), 'utf8')
  const url = `postgresql://app:${password}@127.0.0.1:${port}/postgres`
  while ((await ask(url)) !== 'ready') {
    if (ended.why) throw ended.why()
    await sleep(50)
  }
  return url
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** An eighth of the machine's memory, in MB, as long as it is not dear: 100,000 products with their index take some 300. */
const sharedBuffers = () => Math.min(512, Math.max(64, Math.round(os.totalmem() / 2 ** 20 / 8)))
