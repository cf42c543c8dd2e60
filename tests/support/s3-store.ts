// A store that speaks S3's REST over HTTP as it is documented: it keeps objects, checks every signature (SigV4), and
// fails on demand.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'

type Kept = { bytes: Buffer; type: string }
type Trouble = 'denied' | 'broken' | 'slow' | 'cut'

const bucket = 'rak-lokal'
const accessKeyId = 'AKRAKLOKAL'
const secretAccessKey = 'a secret of this test'

/** Opens a store until the test is over and lets the app use it. `trouble` makes the next requests fail. */
export async function anS3Store() {
  const kept = new Map<string, Kept>()
  const asked: string[] = []
  const store = {
    kept,
    asked,
    pageSize: 1000,
    troubles: [] as (Trouble | ((line: string) => Trouble | null))[],
    /** Every request from here on, until `mend`. */
    break(trouble: Trouble) {
      store.troubles = [() => trouble]
    },
    mend() {
      store.troubles = []
    },
  }
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const line = `${req.method} ${req.url}`
    asked.push(line)
    const trouble = nextTrouble(store.troubles, line)
    if (trouble === 'slow') return
    if (trouble === 'cut') return void req.socket.destroy()
    if (trouble === 'broken') return fail(res, 500, 'InternalError')
    if (trouble === 'denied' || !isSigned(req, body)) return fail(res, 403, 'SignatureDoesNotMatch')
    answer({ req, res, body, kept, pageSize: store.pageSize })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  for (const [name, value] of Object.entries({
    S3_BUCKET: bucket,
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_REGION: 'us-east-1',
    S3_PATH_STYLE: 'true',
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    S3_TIMEOUT_MS: '400',
  }))
    vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    server.closeAllConnections()
    server.close()
  })
  return store
}

// A trouble by name befalls one request; a function decides for each.
function nextTrouble(troubles: (Trouble | ((line: string) => Trouble | null))[], line: string) {
  const [first] = troubles
  if (typeof first === 'function') return first(line)
  return troubles.shift() as Trouble | undefined
}

type Asked = {
  req: IncomingMessage
  res: ServerResponse
  body: Buffer
  kept: Map<string, Kept>
  pageSize: number
}

function answer({ req, res, body, kept, pageSize }: Asked) {
  const url = new URL(req.url ?? '', 'http://store')
  const [, asked, ...rest] = url.pathname.split('/').map(decodeURIComponent)
  if (asked !== bucket) return fail(res, 404, 'NoSuchBucket')
  const key = rest.join('/')
  if (!key && req.method === 'GET' && url.searchParams.get('list-type') === '2')
    return list(res, url.searchParams, [...kept.keys()].sort(), pageSize)
  if (req.method === 'PUT') {
    kept.set(key, { bytes: body, type: req.headers['content-type'] ?? 'binary/octet-stream' })
    return void res.setHeader('etag', `"${createHash('md5').update(body).digest('hex')}"`).end()
  }
  if (req.method === 'DELETE') {
    kept.delete(key)
    return void res.writeHead(204).end()
  }
  const found = kept.get(key)
  if (!found) return fail(res, 404, 'NoSuchKey', req.method === 'HEAD')
  res.writeHead(200, { 'content-type': found.type, 'content-length': found.bytes.length })
  res.end(req.method === 'HEAD' ? undefined : found.bytes)
}

function list(res: ServerResponse, params: URLSearchParams, keys: string[], pageSize: number): void {
  const after = params.get('continuation-token') ?? ''
  const all = keys.filter((key) => key.startsWith(params.get('prefix') ?? '') && key > after)
  const page = all.slice(0, pageSize)
  const isTruncated = all.length > page.length
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
  const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  res.writeHead(200, { 'content-type': 'application/xml' })
  res.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${contents}${next}</ListBucketResult>`,
  )
}

function fail(res: ServerResponse, status: number, code: string, isHead = false): void {
  res.writeHead(status, { 'content-type': 'application/xml' })
  res.end(
    isHead ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  )
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

// AWS Signature Version 4, worked out again from what came; a body that is not the signed one is refused too.
function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
  const parts = pattern.exec(req.headers.authorization ?? '')
  if (!parts) return false
  const [, keyId, day = '', region = '', signedHeaders = '', signature = ''] = parts
  const digest = String(req.headers['x-amz-content-sha256'])
  if (keyId !== accessKeyId || (digest !== 'UNSIGNED-PAYLOAD' && digest !== sha256(body))) return false
  const url = new URL(req.url ?? '', 'http://store')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${String(req.headers[name] ?? '').trim()}\n`)
  const canonical = [req.method, url.pathname, query, headers.join(''), signedHeaders, digest].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', req.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const signingKey = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day))
  const right = hmac(signingKey, toSign)
  return timingSafeEqual(right, Buffer.from(signature, 'hex'))
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
