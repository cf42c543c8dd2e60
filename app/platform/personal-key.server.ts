import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A key for what is personal, by its name; one half seals, the other tells equal texts. */
export type PersonalKey = { id: string; sealing: Buffer; telling: Buffer }

const format = 'PERSONAL_DATA_KEY reads name:base64 of 32 bytes; after a comma older ones that still open'
const localFile = () => path.resolve('.data/personal-data-key')
let kept: { text: string; keys: [PersonalKey, ...PersonalKey[]] } | undefined

/** Every key, the one that seals first. On a machine of one's own there is always one; it is made the first time. */
export function personalKeys(): [PersonalKey, ...PersonalKey[]] {
  const text = process.env.PERSONAL_DATA_KEY || localKey()
  if (kept?.text !== text) kept = { text, keys: readKeys(text) }
  return kept.keys
}

/**
 * Keys as they are written: `2027:base64,2026:base64`. The first seals, the others open what was sealed before.
 *
 * @throws Error that does not repeat what was written.
 */
export function readKeys(text: string): [PersonalKey, ...PersonalKey[]] {
  const keys = text.split(',').map((one) => {
    const [, id, secret] = /^([a-z0-9-]{1,20}):([A-Za-z0-9+/_-]{43}=?)$/.exec(one.trim()) ?? []
    if (!id || !secret) throw new Error(format)
    const bytes = Buffer.from(secret, 'base64')
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', bytes, '', `rak-lokal ${use}`, 32))
    return { id, sealing: derive('seal'), telling: derive('tell') }
  })
  const [first, ...older] = keys
  if (!first || new Set(keys.map(({ id }) => id)).size !== keys.length) throw new Error(format)
  return [first, ...older]
}

function localKey(): string {
  if (process.env.RAK_ENV === 'production') throw new Error(format)
  try {
    return readFileSync(localFile(), 'utf8').trim()
  } catch {
    return makeLocalKey()
  }
}

// Web server, worker and seed begin at once: whoever links first has made it, and all read that one.
function makeLocalKey(): string {
  const file = localFile()
  mkdirSync(path.dirname(file), { recursive: true })
  const own = `${file}.${process.pid}`
  writeFileSync(own, `local:${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
