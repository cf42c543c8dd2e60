// Sends a photo over a bad line: in pieces, each again until it arrives, and on from where it stood.
import { pieceBytes } from '#app/domain/photo-uploads/rules.ts'
import { t } from '#app/messages/say.ts'

export type SentPhoto = { id: string; hash: string }
/** Where photos of this portal go, and for which membership. */
export type Way = { membershipId: string; photosAt: string }
type Outcome = SentPhoto | { problem: string }
type Progress = {
  signal: AbortSignal
  onPercent(percent: number): void
  /** Nothing got through; it is tried again by itself. */
  onWait(): void
}

const slowest = 60_000
/** Growing, so that a line that is down is not asked all the time, and a little apart from each other. */
const waitMs = (failed: number) => Math.min(30_000, 1000 * 2 ** failed) * (0.8 + Math.random() * 0.4)

/** Sends until it is there, or refused for a reason that will not change. Null when it was called off. */
export async function sendPhoto(
  way: Way,
  uploadId: string,
  photo: Blob,
  progress: Progress,
): Promise<Outcome | null> {
  const { signal } = progress
  let isBegun = false
  for (let failed = 0; !signal.aborted; failed++) {
    let percent = 0
    const onPercent = (now: number) => {
      percent = now
      failed = 0
      progress.onPercent(now)
    }
    const outcome = await attempt(way, { uploadId, photo, isBegun }, { ...progress, onPercent }).catch(
      orAgain,
    )
    if (outcome) return outcome
    isBegun = true
    if (signal.aborted) break
    progress.onWait()
    await pause(waitMs(percent > 0 ? 0 : failed), signal)
  }
  return null
}

/** Tells the server that a photo is not wanted any more. Whether it hears does not matter: it forgets by itself. */
export function callOff({ photosAt }: Way, uploadId: string): void {
  // A body, since a request without a length is refused.
  void fetch(`${photosAt}/kiriman/${uploadId}`, { method: 'DELETE', body: '-' }).catch(() => {})
}

const brokenLine = new Error('nothing came back')

/** Asks over the line; one that broke, or gave no answer within a minute, is told apart from a mistake of ours. */
const ask = (url: string, signal: AbortSignal, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(slowest)]) }).catch(() => {
    throw brokenLine
  })

function orAgain(error: unknown): null {
  if (error === brokenLine) return null
  throw error
}

type Sending = { uploadId: string; photo: Blob; isBegun: boolean }

// Null: try again.
async function attempt(way: Way, sending: Sending, progress: Progress): Promise<Outcome | null> {
  const isWhole = sending.photo.size <= pieceBytes || !crypto.subtle
  return isWhole ? sendWhole(way, sending.photo, progress) : sendPieces(way, sending, progress)
}

async function sendWhole({ membershipId, photosAt }: Way, photo: Blob, { signal }: Progress) {
  const body = formOf({ membershipId })
  body.set('photo', photo)
  return outcomeOf(await ask(photosAt, signal, { method: 'POST', body }))
}

async function sendPieces(way: Way, sending: Sending, progress: Progress): Promise<Outcome | null> {
  const { uploadId, photo, isBegun } = sending
  const { signal } = progress
  const here = `${way.photosAt}/kiriman/${uploadId}`
  // Broken off, it is asked how much has arrived; unknown there, it begins, which it may do twice.
  let offset = isBegun ? offsetIn(await ask(here, signal, { method: 'HEAD' })) : null
  if (offset === null) {
    const digest = hex(await crypto.subtle.digest('SHA-256', await photo.arrayBuffer()))
    const body = formOf({ membershipId: way.membershipId, uploadId, size: String(photo.size), digest })
    const begun = await ask(`${way.photosAt}/kiriman`, signal, { method: 'POST', body })
    offset = offsetIn(begun)
    if (offset === null) return outcomeOf(begun)
  }
  for (;;) {
    const bytes = await photo.slice(offset, offset + pieceBytes).arrayBuffer()
    const sum = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))))
    const answer = await ask(here, signal, {
      method: 'PATCH',
      body: bytes,
      headers: { 'Upload-Offset': String(offset), 'Upload-Checksum': `sha256 ${sum}` },
    })
    if (answer.status === 460) continue
    const now = offsetIn(answer)
    if (now === null) return outcomeOf(answer)
    offset = now
    progress.onPercent(Math.round((100 * now) / photo.size))
  }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function offsetIn(answer: Response): number | null {
  const said = answer.headers.get('Upload-Offset')
  return said === null ? null : Number(said)
}

async function outcomeOf(answer: Response): Promise<Outcome | null> {
  // The server or its store is away, or what was begun has been forgotten: begin again.
  if (answer.status >= 500 || answer.status === 404) return null
  // Whoever was signed out meanwhile gets a page instead of an answer.
  return answer.json().catch(() => ({ problem: t('photo.lost') }))
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

// Ends early when the connection is back.
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
