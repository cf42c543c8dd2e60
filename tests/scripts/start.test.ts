// A copy of this repository in another folder: what `npm start` promises, tried with real processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'

// On the same file system, so that the installed packages can be linked instead of copied.
const clone = path.resolve(`.data/test/clone-${process.pid}`)
const copied = [
  'app',
  'prisma',
  'public',
  'scripts',
  ...readdirSync('.').filter((name) => /\.(ts|js|json)$/.test(name)),
]
const port = await freePort()
const address = `http://localhost:${port}`

vi.setConfig({ testTimeout: 240_000 })

afterAll(() => {
  for (const pid of processesOf(clone)) process.kill(pid, 'SIGKILL')
  rmSync(clone, { recursive: true, force: true })
})

test('a copy is served, the second start is quick, and SIGTERM leaves nothing behind', async () => {
  await copy()
  const first = await start()
  expect(first.said).toContain('data: done in')
  expect(first.said).toMatch(/pengurus@tulungrejo\.example +officer/)
  expect(await (await fetch(`${address}/masuk`)).text()).toContain('Kata sandi')
  expect((await fetch(address)).status).toBe(200)
  await stop(first, 'SIGTERM')

  const second = await start()
  for (const part of ['dependencies', 'database client', 'data', 'site'])
    expect(second.said).toContain(`${part}: up to date`)
  expect(second.seconds).toBeLessThan(first.seconds / 2)
  await stop(second, 'SIGINT')
})

test('after kill -9 of everything the next start recovers', async () => {
  await start()
  const all = processesOf(clone)
  expect(all.length).toBeGreaterThan(3) // the command, the web server, the worker, the database
  for (const pid of all) process.kill(pid, 'SIGKILL')
  await gone()

  const again = await start()
  expect((await fetch(address)).status).toBe(200)
  await stop(again, 'SIGTERM')
})

test('kill -9 of the command alone ends its web server, worker and database', async () => {
  const { child } = await start()
  child.kill('SIGKILL')
  await gone()
})

test('a taken port is said at once, and nothing is begun', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const { child, output } = run()
  await new Promise((resolve) => child.once('exit', resolve))
  other.close()
  expect(child.exitCode).toBe(1)
  expect(output().trim()).toMatch(
    /^Port \d+ is taken, by another program or by a Rak Lokal that runs already\. .+$/,
  )
})

async function copy(): Promise<void> {
  mkdirSync(clone, { recursive: true })
  for (const name of copied) cpSync(name, path.join(clone, name), { recursive: true })
  await new Promise((resolve) =>
    spawn('cp', ['-al', 'node_modules', clone], { stdio: 'inherit' }).once('exit', resolve),
  )
}

// What belongs to these tests is not the copy's.
const ours = ['DATABASE_URL', 'UPLOAD_DIR', 'BUILD_DIR', 'NODE_ENV', 'COMMAND_BEGAN']

function run() {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)))
  const options = { cwd: clone, env: { ...env, PORT: String(port) } as unknown as NodeJS.ProcessEnv }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], options)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  return { child, output: () => text }
}

async function start() {
  const began = performance.now()
  const { child, output } = run()
  while (!output().includes(`\n  ${address}\n`)) {
    if (child.exitCode !== null) throw new Error(output())
    await sleep(50)
  }
  return { child, said: output(), seconds: (performance.now() - began) / 1000 }
}

async function stop({ child }: { child: ChildProcess }, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await new Promise((resolve) => child.once('exit', resolve))
  expect(child.exitCode).toBe(0)
  expect(processesOf(clone)).toEqual([])
  expect(existsSync(path.join(clone, '.data/postgres/url'))).toBe(false)
}

async function gone(): Promise<void> {
  for (let tries = 0; processesOf(clone).length && tries < 300; tries++) await sleep(50)
  expect(processesOf(clone)).toEqual([])
}

/** Every process at work in the folder, or in the one that its database has where root's cannot be entered. */
function processesOf(folder: string): number[] {
  const cluster = createHash('sha256').update(path.join(folder, '.data/postgres')).digest('hex').slice(0, 12)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const at = cwdOf(pid)
      return at.startsWith(folder) || at.includes(cluster)
    })
    .map(Number)
}

function cwdOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return '' // it ended, or is not ours to look at
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
