import type { RequestHandler } from 'express'

/** The largest body that is read at all: one phone photo and its form. */
const largestBody = 16 * 1024 * 1024

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  'x-frame-options': 'DENY',
}

/** Strict headers on every answer; no write from another site; no body larger than a photo. */
export const protect: RequestHandler = (req, res, next) => {
  res.set(headers)
  if (process.env.RAK_ENV === 'production')
    res.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  if (!isFromHere(req.get('origin'), req.get('referer'), req.get('host')))
    return void res.status(403).type('text').send('Permintaan ini datang dari situs lain.')
  const length = Number(req.get('content-length') ?? Number.NaN)
  // A body without a length could go on for ever; browsers always send one.
  if (!Number.isFinite(length))
    return void res.status(411).type('text').send('Panjang kiriman tidak disebut.')
  if (length > largestBody)
    return void res
      .status(413)
      .set('connection', 'close')
      .type('text')
      .send('Kiriman ini lebih besar dari 16 MB.')
  next()
}

// SameSite=Lax keeps the cookie from cross-site posts; the origin is the second look.
function isFromHere(
  origin: string | undefined,
  referer: string | undefined,
  host: string | undefined,
): boolean {
  const from = origin ?? referer
  if (!from || !host) return false
  try {
    return new URL(from).host === host
  } catch {
    return false
  }
}

/** What a page may load. Only a page that hydrates has inline scripts, and they carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
