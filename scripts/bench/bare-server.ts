// What this machine can send at most: node:http, the same headers and bytes, nothing else.
import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Sent = { headers: IncomingHttpHeaders; body: Buffer }

const origin = process.env.BARE_ORIGIN ?? ''
const paths = (process.env.BARE_PATHS ?? '').split(' ')
const kept = new Map<string, Sent>()
for (const path of paths) kept.set(path, await fetchPacked(origin + path))

const server = createServer((req, res) => {
  const sent = kept.get(req.url ?? '')
  if (!sent) return void res.writeHead(404).end()
  res.writeHead(200, sent.headers)
  res.end(sent.body)
})
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})

/** Not fetch, which would unpack what is to be sent as it came. */
function fetchPacked(url: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { connection: _, 'keep-alive': __, date: ___, ...headers } = response.headers
        resolve({ headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', reject)
  })
}
