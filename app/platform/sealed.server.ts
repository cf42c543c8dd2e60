import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { personalKeys } from './personal-key.server.ts'

// What is personal and secret, as the database keeps it: s1.<key>.<nonce>.<cipher text and tag>. AES-256-GCM.
const cipher = 'aes-256-gcm'

/**
 * Seals a text for one place. Opened anywhere else it is refused: what is copied to another row or column is worthless.
 *
 * `place` is written into the seal and not kept: `producer_records/pdu_…/nik`.
 */
export function seal(text: string, place: string): string {
  const [key] = personalKeys()
  const nonce = randomBytes(12)
  const sealing = createCipheriv(cipher, key.sealing, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()])
  return ['s1', key.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/**
 * Opens what was sealed for this place.
 *
 * @throws Error for what was changed, moved, or sealed with a key that is gone; it never repeats the text.
 */
export function openSealed(sealed: string, place: string): string {
  const [version, keyId, nonce = '', body = ''] = sealed.split('.')
  const key = personalKeys().find(({ id }) => id === keyId)
  if (version !== 's1' || !key) throw new Error(`${place} was sealed with a key that is not there`)
  const bytes = Buffer.from(body, 'base64url')
  try {
    const opening = createDecipheriv(cipher, key.sealing, Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-16))
    return Buffer.concat([opening.update(bytes.subarray(0, -16)), opening.final()]).toString('utf8')
  } catch {
    throw new Error(`${place} cannot be opened: it was changed, or belongs elsewhere`)
  }
}

/** A file, sealed for one place as a text is; what is kept is the sealed text. */
export const sealBytes = (bytes: Buffer, place: string): Buffer =>
  Buffer.from(seal(bytes.toString('base64'), place))

/** Opens a file that `sealBytes` sealed for this place. Throws as `openSealed` does. */
export const openSealedBytes = (sealed: Buffer, place: string): Buffer =>
  Buffer.from(openSealed(sealed.toString('latin1'), place), 'base64')

/** Whether it was sealed with an older key than the one that seals now. */
export const isSealedBefore = (sealed: string): boolean => sealed.split('.')[1] !== personalKeys()[0].id

/** The same, sealed with the key that seals now; null where it is already, and where its key is gone. */
export function sealAgain(sealed: string, place: string): string | null {
  const text = isSealedBefore(sealed) ? openOrLeave(() => openSealed(sealed, place)) : null
  return text === null ? null : seal(text, place)
}

/** What cannot be opened, because its key is gone, is named in the log and keeps nothing else from being sealed again. */
export function openOrLeave<T>(open: () => T): T | null {
  try {
    return open()
  } catch (error) {
    console.warn(`worker: not sealed again: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

/** What tells that two texts of one scope are equal, under every key; the first is the one to keep. */
export function digestsOf(text: string, scope: string): [string, ...string[]] {
  const digest = ({ telling }: { telling: Buffer }) =>
    createHmac('sha256', telling).update(`${scope}\n${text}`).digest('base64url')
  const [first, ...older] = personalKeys()
  return [digest(first), ...older.map(digest)]
}
