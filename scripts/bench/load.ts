// A client that asks over kept-alive connections and does as little else as can be: it shares two cores with the server.
import { connect, type Socket } from 'node:net'

export type Measured = ReturnType<typeof summary> & { bytes: number }
const addresses = 2_048
type Load = { origin: string; paths: string[]; connections: number; seconds: number }

/** Asks for the paths in turn for that long, on so many connections at once. Throws at the first answer that is not 200. */
export async function load({ origin, paths, connections, seconds }: Load): Promise<Measured> {
  const { hostname, port, host } = new URL(origin)
  // From so many addresses that nobody asks too often; the server believes them of its own machine only.
  const requests = Array.from({ length: Math.ceil(addresses / paths.length) * paths.length }, (_, i) =>
    Buffer.from(
      `GET ${paths[i % paths.length]} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: 10.0.${i >> 8}.${i & 255}\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`,
    ),
  )
  const took: number[] = []
  let bytes = 0
  let turn = 0
  const began = performance.now()
  const until = began + seconds * 1_000
  const one = async () => {
    const ask = await connection(hostname, Number(port))
    while (performance.now() < until) {
      const request = requests[turn++ % requests.length] ?? Buffer.alloc(0)
      const asked = performance.now()
      const received = await ask.send(request) // not inside the sum: others add to it meanwhile
      bytes += received
      took.push(performance.now() - asked)
    }
    ask.end()
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { ...summary(took, performance.now() - began), bytes: Math.round(bytes / took.length) }
}

/** Rate and percentiles of what took so many milliseconds each, and `ms` together. */
export function summary(took: number[], ms: number) {
  took.sort((a, b) => a - b)
  const at = (part: number) => Number((took[Math.floor(took.length * part)] ?? 0).toFixed(2))
  return {
    requests: took.length,
    perSecond: Math.round((took.length / ms) * 1_000),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}

async function connection(host: string, port: number) {
  const socket: Socket = connect({ host, port, noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let answered: (bytes: number) => void = () => {}
  let failed: (error: Error) => void = () => {}
  let received = 0
  let expected = 0
  socket.on('error', (error) => failed(error))
  socket.on('close', () => failed(new Error('the server closed a connection')))
  socket.on('data', (chunk) => {
    if (expected === 0) {
      const end = chunk.indexOf('\r\n\r\n')
      const head = chunk.toString('latin1', 0, end)
      const length = /content-length: (\d+)/i.exec(head)?.[1]
      if (!head.startsWith('HTTP/1.1 200') || !length) return failed(new Error(head.slice(0, 200)))
      expected = end + 4 + Number(length)
    }
    received += chunk.length
    if (received < expected) return
    const bytes = received
    received = 0
    expected = 0
    answered(bytes)
  })
  return {
    send: (request: Buffer) =>
      new Promise<number>((resolve, reject) => {
        answered = resolve
        failed = reject
        socket.write(request)
      }),
    end: () => socket.destroy(),
  }
}
