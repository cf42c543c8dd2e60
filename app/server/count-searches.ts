import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import { countQueries } from '#app/domain/demand/count-queries.server.ts'
import { countAsked, takeAsked } from '#app/domain/demand/tally.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import type { Db } from '#app/platform/transaction.server.ts'

/** Only words, perhaps sorted: a further page and a filter are the same search going on. */
const searches =
  /^\/(?:katalog|api\/v1\/search)\?(?:(?:urut|limit)=[^&]*&)*q=([^&]+)(?:&(?:urut|limit)=[^&]*)*$/
const flushMs = 5_000

/** Counts what people look for, also where the answer comes from memory; machines are not people. */
export function countSearch(req: IncomingMessage): void {
  const typed = req.method === 'GET' && searches.exec(req.url ?? '')?.[1]
  if (!typed || isbot(req.headers['user-agent']) || !req.headers['user-agent']) return
  if (req.headers['sec-purpose'] || req.headers.purpose) return // fetched ahead, perhaps never seen
  countAsked(decoded(typed), addressOf(req), dayOf(new Date()))
}

/** Writes the counts down every few seconds, and a last time when it is stopped. */
export function keepCounting(db: Db): { stop(): Promise<void> } {
  const write = () => countQueries(db, takeAsked(), new Date()).catch((error) => console.error(error))
  const timer = setInterval(write, flushMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await write()
    },
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

/** The address of whoever asks; that of a proxy on the same machine says for whom. */
function addressOf(req: IncomingMessage): string {
  const remote = req.socket.remoteAddress ?? ''
  const isProxy = /^(?:::1|(?:::ffff:)?127\.)/.test(remote)
  const said = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return (isProxy && said) || remote
}
