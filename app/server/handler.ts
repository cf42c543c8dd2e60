import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { createRequestHandler } from '@remix-run/node'
import { compressed } from './compress.ts'
import type { PageCache } from './page-cache.ts'
import { contentSecurityPolicy } from './protect.ts'
import type { Site } from './site.ts'

/** Remix behind node:http, one buffer in and one buffer out; public pages are answered from memory until something changes. */
export function remixHandler(build: Site['build'], cache: PageCache) {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  return async (req: IncomingMessage, res: ServerResponse) => {
    try {
      const key = `${encodingFor(req)} ${req.url}`
      const kept = req.method === 'GET' || req.method === 'HEAD' ? cache.find(key) : undefined
      if (kept) return answer(req, res, kept)
      const age = cache.age()
      const nonce = randomBytes(16).toString('base64')
      const page = await whole(req, await handle(toRequest(req, res), { nonce }), nonce)
      const isPublic = String(page.headers['cache-control']).startsWith('public')
      if (req.method === 'GET' && page.status === 200 && isPublic) cache.keep(key, page, age)
      answer(req, res, page)
    } catch (error) {
      console.error(error)
      if (!res.headersSent) res.statusCode = 500
      res.end()
    }
  }
}

export type Page = { status: number; headers: Record<string, string | string[] | number>; body: Buffer }

function toRequest(req: IncomingMessage, res: ServerResponse): Request {
  const headers = new Headers()
  for (const [name, values] of Object.entries(req.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const abort = new AbortController()
  res.once('close', () => res.writableFinished || abort.abort())
  const scheme = req.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  const url = new URL(req.url ?? '/', `${scheme}://${req.headers.host ?? 'localhost'}`)
  const common = { method: req.method ?? 'GET', headers, signal: abort.signal }
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(url, common)
  return new Request(url, {
    ...common,
    body: Readable.toWeb(req) as ReadableStream,
    duplex: 'half',
  } as RequestInit)
}

function encodingFor(req: IncomingMessage): 'br' | 'gzip' | 'plain' {
  const accepts = String(req.headers['accept-encoding'])
  return /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : 'plain'
}

async function whole(req: IncomingMessage, response: Response, nonce: string): Promise<Page> {
  const headers: Page['headers'] = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) headers['set-cookie'] = cookies
  headers['cache-control'] ??= 'private, no-store'
  const type = String(headers['content-type'])
  if (type.startsWith('text/html')) headers['content-security-policy'] = contentSecurityPolicy(nonce)
  const bytes = Buffer.from(await response.arrayBuffer())
  const { body, encoding } = compressed(bytes, type, encodingFor(req))
  if (encoding) Object.assign(headers, { 'content-encoding': encoding, vary: 'Accept-Encoding' })
  if (String(headers['cache-control']).startsWith('public'))
    headers.etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  return { status: response.status, headers: { ...headers, 'content-length': body.length }, body }
}

function answer(req: IncomingMessage, res: ServerResponse, page: Page): void {
  if (page.headers.etag && req.headers['if-none-match'] === page.headers.etag) {
    const { 'content-length': _, ...headers } = page.headers
    res.writeHead(304, headers)
    res.end()
    return
  }
  res.writeHead(page.status, page.headers)
  res.end(req.method === 'HEAD' ? undefined : page.body)
}
