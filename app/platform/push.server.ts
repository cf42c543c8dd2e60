import webPush from 'web-push'

export type Browser = { endpoint: string; p256dh: string; auth: string }
export type PushKeys = { publicKey: string; privateKey: string; subject: string }
/** What became of a push: `gone` when the browser is not there any more, `later` when trying again can help. */
export type Pushed = { is: 'sent' | 'gone' } | { is: 'later' | 'refused'; reason: string }

const services = [
  /^fcm\.googleapis\.com$/,
  /^(.+\.)?push\.services\.mozilla\.com$/,
  /^(.+\.)?push\.apple\.com$/,
  /^(.+\.)?notify\.windows\.com$/,
]

/**
 * Whether an address is a push service's that is known, or named in PUSH_ORIGINS. A browser says where to send to, so
 * anything else would let whoever signs in make this server call wherever they like.
 */
export function isPushService(
  endpoint: string,
  env: Record<string, string | undefined> = process.env,
): boolean {
  if (!URL.canParse(endpoint)) return false
  const { origin, protocol, hostname, username, port } = new URL(endpoint)
  if ((env.PUSH_ORIGINS ?? '').split(',').includes(origin)) return true
  return protocol === 'https:' && !username && !port && services.some((one) => one.test(hostname))
}

/** A new pair of keys that signs pushes (VAPID, RFC 8292). */
export const makePushKeys = (): { publicKey: string; privateKey: string } => webPush.generateVAPIDKeys()

const dayS = 86_400

/** Sends text to one browser, encrypted for it alone (RFC 8291). Never throws for what the service answers. */
export async function sendPush(
  browser: Browser,
  text: string,
  keys: PushKeys,
  topic: string,
): Promise<Pushed> {
  const { endpoint, p256dh, auth } = browser
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    vapidDetails: keys,
    TTL: dayS,
    urgency: 'high',
    topic,
  })
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: sent,
    body: new Uint8Array(body ?? []),
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null)
  if (!answer) return { is: 'later', reason: 'push: no answer' }
  await answer.body?.cancel()
  if (answer.ok) return { is: 'sent' }
  if (answer.status === 404 || answer.status === 410) return { is: 'gone' }
  const reason = `push ${answer.status}`
  return { is: answer.status === 429 || answer.status >= 500 ? 'later' : 'refused', reason }
}
