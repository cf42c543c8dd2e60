import type { Request, RequestHandler, Response } from 'express'

/** The largest body that is read at all: a table of 20 MB or one phone photo, and its form. */
const largestBody = 21 * 1024 * 1024

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
  if (!isOneClick(req) && !isFromHere(req)) return refuse(res, 403, 'Permintaan ini datang dari situs lain.')
  const length = Number(req.get('content-length') ?? Number.NaN)
  // A body without a length could go on for ever; browsers always send one.
  if (!Number.isFinite(length)) return refuse(res, 411, 'Panjang kiriman tidak disebut.')
  if (length > largestBody) return refuse(res, 413, 'Kiriman ini lebih besar dari 20 MB.')
  next()
}

// What the client still sends is not read: the connection ends with the answer.
function refuse(res: Response, status: number, text: string): void {
  res.status(status).set('connection', 'close').type('text').send(text)
}

// Mail programs end mail with one click (RFC 8058): they send neither origin nor cookie, and the token says it all.
const isOneClick = ({ method, path }: Request): boolean =>
  method === 'POST' && /^\/surat\/berhenti\/[^/]+$/.test(path)

// SameSite=Lax keeps the cookie from cross-site posts; the origin is the second look.
function isFromHere(req: Request): boolean {
  const from = req.get('origin') ?? req.get('referer') ?? ''
  const here = process.env.PUBLIC_ORIGIN ?? `${req.protocol}://${req.get('host')}`
  return URL.canParse(from) && URL.canParse(here) && new URL(from).host === new URL(here).host
}

/** What a page may load. Inline scripts run with the nonce only; without one there are none. */
export function contentSecurityPolicy(nonce?: string): string {
  // Vite's client brings inline scripts and a web socket of its own.
  const isDevelopment = process.env.NODE_ENV === 'development'
  const scripts = isDevelopment ? " 'unsafe-inline'" : nonce ? ` 'nonce-${nonce}'` : ''
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
