// A push service as RFC 8030 has it: it believes only what the application's own key signed for this very service (VAPID,
// RFC 8292), and gives each browser what was encrypted for it (RFC 8291). Answers other numbers on demand.
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'

const ece: { decrypt(body: Buffer, how: object): Buffer } = createRequire(import.meta.url)('http_ece')

/** Opens a push service until the test is over, and lets the app send to it. */
export async function aPushService(publicKey: string) {
  const bodies = new Map<string, Buffer[]>()
  const topics: (string | undefined)[] = []
  const service = { origin: '', answers: [] as number[], refused: [] as string[], topics, aBrowser }
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const wrong = wrongWith(req, { publicKey, origin: service.origin })
    if (wrong) service.refused.push(wrong)
    const status = wrong ? 403 : (service.answers.shift() ?? 201)
    if (status === 201) {
      topics.push(req.headers.topic?.toString())
      bodies.set(req.url ?? '', [...(bodies.get(req.url ?? '') ?? []), Buffer.concat(chunks)])
    }
    res.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    server.close()
  })
  service.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubEnv('PUSH_ORIGINS', service.origin)
  return service

  /** A browser that agreed to be told: what it says of itself, and what it was told. */
  function aBrowser() {
    const key = createECDH('prime256v1')
    const p256dh = key.generateKeys().toString('base64url')
    const auth = randomBytes(16).toString('base64url')
    const path = `/push/${randomBytes(9).toString('base64url')}`
    const told = () =>
      (bodies.get(path) ?? []).map((body) =>
        JSON.parse(
          ece.decrypt(body, { version: 'aes128gcm', privateKey: key, authSecret: auth }).toString('utf8'),
        ),
      )
    return { endpoint: service.origin + path, p256dh, auth, told }
  }
}

/** What is wrong with how a push is signed; empty when nothing is. */
function wrongWith(
  req: IncomingMessage,
  { publicKey, origin }: { publicKey: string; origin: string },
): string {
  if (req.headers['content-encoding'] !== 'aes128gcm' || !req.headers.ttl) return 'headers'
  const [, token = '', key = ''] =
    /^vapid t=([^,]+), ?k=(.+)$/.exec(req.headers.authorization ?? '') ?? ([] as string[])
  if (key !== publicKey) return 'another key'
  const [header = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33, 65).toString('base64url'),
  }
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) return 'signature'
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const now = Date.now() / 1000
  if (aud !== origin) return 'for another service'
  if (!(exp > now && exp <= now + 86_400)) return 'time'
  return /^(mailto:|https:)/.test(sub) ? '' : 'nobody to ask'
}
