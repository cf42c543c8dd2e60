import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { openPostgres, temporaryDir } from '#scripts/machine/postgres.ts'
import { begin, end, runNode } from '#scripts/machine/processes.ts'
import { isWithoutBrowser } from './browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the site is, `http://localhost:…`. */
    site: string
    /** Its database, for what a journey has to look up. */
    databaseUrl: string
  }
}

/** The built site on a seeded database of its own, and its worker. */
export default async function setup(project: TestProject) {
  project.provide('site', '')
  project.provide('databaseUrl', '')
  if (isWithoutBrowser) return
  const database = await openPostgres({ dir: temporaryDir(), throwaway: true })
  const uploads = temporaryDir()
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    UPLOAD_DIR: uploads,
    SEED: 'demo',
    PORT: '0',
    BUILD_DIR: process.env.BUILD_DIR ?? '.data/test/build',
  }
  await runNode(['scripts/run.mjs', 'seed'], { env })
  const [worker, server] = await Promise.all([
    begin('worker', 'app/jobs/worker.ts', env),
    begin('web server', 'app/server/index.ts', env),
  ])
  project.provide('site', server.ready)
  project.provide('databaseUrl', database.url)
  return async () => {
    await Promise.all([end(server.child), end(worker.child)])
    await database.stop()
    rmSync(uploads, { recursive: true, force: true })
  }
}
