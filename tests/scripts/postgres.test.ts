import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openPostgres, temporaryDir } from '#scripts/machine/postgres.ts'

async function ask(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select current_setting('max_connections')::int as n")
  await client.end()
  return rows[0].n
}

const throwaway = true

test('a second command uses the cluster that runs, and the last one turns it off', async () => {
  const dir = temporaryDir()
  const first = await openPostgres({ dir, throwaway })
  expect(readFileSync(path.join(dir, 'url'), 'utf8')).toBe(first.url)
  expect(statSync(path.join(dir, 'url')).mode & 0o777).toBe(0o600)

  const second = await openPostgres({ dir, throwaway })
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await ask(first.url)).toBe(200)
  await second.stop()
  await expect(ask(first.url)).rejects.toThrow()
  await second.exited
  expect(existsSync(dir)).toBe(false)
})

test('a command that died without a word does not keep the cluster on', async () => {
  const dir = temporaryDir()
  mkdirSync(path.join(dir, 'users'), { recursive: true })
  writeFileSync(path.join(dir, 'users', '999999-dead'), '1')
  // The number of a process that lives, and is another one.
  writeFileSync(path.join(dir, 'users', `${process.pid}-before`), '1')
  const one = await openPostgres({ dir, throwaway })
  await one.stop()
  await expect(ask(one.url)).rejects.toThrow()
})

test('commands that start at once share one cluster', async () => {
  const dir = temporaryDir()
  const both = await Promise.all([openPostgres({ dir, throwaway }), openPostgres({ dir, throwaway })])

  expect(both[0].url).toBe(both[1].url)
  await Promise.all(both.map((one) => one.stop()))
  await expect(ask(both[0].url)).rejects.toThrow()
})

test('a cluster that does not answer is cleared', async () => {
  const dir = temporaryDir()
  const said: string[] = []
  const first = await openPostgres({ dir, throwaway })
  process.kill(first.pid ?? 0, 'SIGSTOP')

  const second = await openPostgres({ dir, throwaway, say: (text) => said.push(text) })
  expect(said.join()).toContain('does not answer')
  expect(await ask(second.url)).toBe(200)
  await Promise.all([first.stop(), second.stop()])
})
