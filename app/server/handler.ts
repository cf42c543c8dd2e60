import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { createRequestHandler } from '@remix-run/node'
import type { Request as Incoming } from 'express'
import { compressed, encodingFor } from './compress.ts'
import type { PageCache } from './page-cache.ts'
import { contentSecurityPolicy } from './protect.ts'
import type { Site } from './site.ts'

export type Page = { status: number; headers: Record<string, string | string[] | number>; body: Buffer }

/** Answers a public page that is kept, before anything else looks at the request; false when it is not. */
export function answerKept(req: IncomingMessage, res: ServerResponse, cache: PageCache): boolean {
  if (req.method !== 'GET' && req.method !== 'HEAD') return false
  const kept = cache.find(keyOf(req))
  if (kept) answer(req, res, kept)
  return kept !== undefined
}

/**
 * Remix behind node:http, one buffer in and one buffer out; public pages are kept until something changes. A file to keep
 * goes out while it is written.
 */
export function remixHandler(build: Site['build'], cache: PageCache) {
  const handle = createRequestHandler(build, process.env.NODE_ENV)
  return async (req: Incoming, res: ServerResponse) => {
    try {
      const url = addressOf(req)
      if (!url) return answer(req, res, badAddress)
      const age = cache.age()
      const nonce = randomBytes(16).toString('base64')
      const response = await handle(toRequest(req, res, url), { nonce, address: req.ip })
      if (isToKeep(response)) return await pour(req, res, response)
      const page = await whole(req, response, nonce)
      // With what was set before it came here, since nothing will set that again.
      const complete = { ...page, headers: { ...plain(res.getHeaders()), ...page.headers } }
      if (req.method === 'GET' && page.status === 200 && isPublic(page)) cache.keep(keyOf(req), complete, age)
      answer(req, res, page)
    } catch (error) {
      console.error(error)
      if (!res.headersSent) res.statusCode = 500
      res.end()
    }
  }
}

const badAddress: Page = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('Alamat ini tidak terbaca.'),
}

const keyOf = (req: IncomingMessage): string => `${encodingFor(req.headers['accept-encoding'])} ${req.url}`

const plain = (headers: OutgoingHttpHeaders): Page['headers'] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const isPublic = ({ headers }: Page): boolean => String(headers['cache-control']).startsWith('public')

// Not `new URL(path, base)`: a path that begins with two slashes would name another host.
function addressOf(req: Incoming): URL | undefined {
  const origin = process.env.PUBLIC_ORIGIN ?? `${req.protocol}://${req.headers.host}`
  return req.url.startsWith('/') && URL.canParse(origin + req.url) ? new URL(origin + req.url) : undefined
}

function toRequest(req: Incoming, res: ServerResponse, url: URL): Request {
  const headers = new Headers()
  for (const [name, values] of Object.entries(req.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const abort = new AbortController()
  res.once('close', () => res.writableFinished || abort.abort())
  const common = { method: req.method, headers, signal: abort.signal }
  if (req.method === 'GET' || req.method === 'HEAD') return new Request(url, common)
  const body = Readable.toWeb(req) as ReadableStream
  return new Request(url, { ...common, body, duplex: 'half' } as RequestInit)
}

const isToKeep = ({ headers }: Response): boolean =>
  headers.get('content-disposition')?.startsWith('attachment') ?? false

/** All that a cooperative has need not fit into memory, nor go out to somebody who has left. */
async function pour(req: Incoming, res: ServerResponse, response: Response): Promise<void> {
  res.writeHead(response.status, headersOf(response))
  if (req.method === 'HEAD' || !response.body) {
    await response.body?.cancel()
    res.end()
    return
  }
  // A file that breaks off ends the connection: the browser then says so, and keeps no half of it.
  await pipeline(Readable.fromWeb(response.body as NodeStream), res).catch((error) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

function headersOf(response: Response): Page['headers'] {
  const headers: Page['headers'] = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) headers['set-cookie'] = cookies
  headers['cache-control'] ??= 'private, no-store'
  return headers
}

async function whole(req: Incoming, response: Response, nonce: string): Promise<Page> {
  const headers = headersOf(response)
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = String(headers['content-type'])
  const { body, encoding } = compressed(bytes, type, req.headers['accept-encoding'])
  if (encoding) headers['content-encoding'] = encoding
  const page: Page = { status: response.status, headers: { ...headers, 'content-length': body.length }, body }
  const isForAll = isPublic(page)
  // A page that many are sent has no inline script, so that it needs no nonce that many would know.
  if (type.startsWith('text/html'))
    page.headers['content-security-policy'] = contentSecurityPolicy(isForAll ? undefined : nonce)
  if (encoding || isForAll) page.headers.vary = 'Accept-Encoding'
  if (isForAll) page.headers.etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  return page
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
