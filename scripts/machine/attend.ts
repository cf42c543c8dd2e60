// The web server and the worker, from their beginning to their end.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { problem } from './problems.mjs'
import { begin, end, say } from './processes.ts'
import type { Mode } from './serve.ts'
import { watch } from './watch.ts'

type Attending = {
  mode: Mode
  env: NodeJS.ProcessEnv
  stop: AbortSignal
  databaseEnded: Promise<unknown>
}

const parts = {
  worker: { file: 'app/jobs/worker.ts', sources: ['domain', 'generated', 'jobs', 'messages', 'platform'] },
  // Vite reloads what the pages are made of; this is what carries Vite.
  'web server': { file: 'app/server/index.ts', sources: ['platform', 'server'] },
}
type Part = keyof typeof parts
const names = Object.keys(parts) as Part[]

/** Keeps both running until the command is stopped; throws when one of them, or the database, ends by itself. */
export async function attend({ mode, env, stop, databaseEnded }: Attending): Promise<void> {
  const running = new Map<Part, ChildProcess>()
  const ending = new Set<Part>()
  let fail: (error: Error) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  const stopped = stop.aborted ? Promise.resolve() : once(stop, 'abort')

  async function launch(name: Part): Promise<string> {
    const { child, ready } = await begin(name, parts[name].file, env, (begun) => running.set(name, begun))
    child.once('exit', () => ending.has(name) || fail(problem(`The ${name} ended; why is said above.`)))
    return ready
  }

  async function finish(name: Part): Promise<void> {
    ending.add(name)
    const child = running.get(name)
    if (child) await end(child)
  }

  async function restart(name: Part): Promise<void> {
    await finish(name)
    if (stop.aborted) return
    // What does not start is not finished being typed; the next change is another try.
    await launch(name).then(
      () => say(`${name}: began again`),
      (error) => say(error.message),
    )
    ending.delete(name)
  }

  const unwatch = mode === 'development' ? restartOnChange(restart) : () => {}
  try {
    const begun = Promise.all(names.map(launch)).then(([, address = '']) => announce(address))
    void databaseEnded.then(() => fail(problem('The database ended.')))
    await Promise.race([begun, failed, stopped])
    await Promise.race([stopped, failed])
  } finally {
    unwatch()
    await Promise.all(names.map(finish))
  }
}

function restartOnChange(restart: (name: Part) => Promise<void>): () => void {
  let turn = Promise.resolve()
  return watch('app', (folders) => {
    const changed = names.filter((name) => parts[name].sources.some((folder) => folders.has(folder)))
    turn = turn.then(async () => {
      await Promise.all(changed.map(restart))
    })
  })
}

async function announce(address: string): Promise<void> {
  say('ready')
  const lines = [`  ${address}`]
  if (process.env.SEED === 'demo') {
    const { signIns } = await import('../../prisma/seed/sign-ins.ts')
    const width = Math.max(...signIns.map(({ email }) => email.length))
    lines.push('', `  Sign in at ${address}/masuk, password ${signIns[0]?.password}`)
    lines.push(...signIns.map(({ email, role }) => `    ${email.padEnd(width)}  ${role}`))
  }
  console.log(['', ...lines, ''].join('\n'))
}
