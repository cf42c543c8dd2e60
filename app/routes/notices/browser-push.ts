import { paths } from '#app/paths.ts'

const patienceMs = 20_000

/** Whether this browser is told: `blocked` when its person said no, `none` when it cannot be. */
export type Standing = 'on' | 'off' | 'blocked' | 'none'

export async function standingHere(): Promise<Standing> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'none'
  if (Notification.permission === 'denied') return 'blocked'
  const worker = await navigator.serviceWorker.getRegistration('/')
  return (await worker?.pushManager.getSubscription()) ? 'on' : 'off'
}

/** Asks for leave and tells the server where this browser is reached. Throws when either cannot be done now. */
export async function askToBeTold(publicKey: string, membershipId: string): Promise<Standing> {
  if ((await Notification.requestPermission()) !== 'granted') return standingHere()
  await navigator.serviceWorker.register('/sw.js', { scope: '/' })
  const worker = await navigator.serviceWorker.ready
  // One that was made with another key would never be reached.
  await (await worker.pushManager.getSubscription())?.unsubscribe()
  const asked = worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  })
  const made = await Promise.race([asked, inVain()])
  const { endpoint = '', keys = {} } = made.toJSON()
  try {
    await send({ membershipId, endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' })
  } catch (error) {
    await made.unsubscribe()
    throw error
  }
  return 'on'
}

export async function endBeingTold(membershipId: string): Promise<Standing> {
  const worker = await navigator.serviceWorker.getRegistration('/')
  const made = await worker?.pushManager.getSubscription()
  if (made) {
    await send({ membershipId, endpoint: made.endpoint, intent: 'end' })
    await made.unsubscribe()
  }
  return standingHere()
}

// Where its push service cannot be reached a browser asks for ever, and says nothing.
const inVain = () =>
  new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), patienceMs))

async function send(fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields)
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(paths.phoneNews, { method: 'POST', body, signal, redirect: 'error' })
  if (!answer.ok) throw new Error(`not taken: ${answer.status}`)
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
