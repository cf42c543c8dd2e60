import pg from 'pg'

type Listener = { changed(): void; lost(): void; heard(): void }

const retryMs = 1_000

/**
 * Hears what `announceChange` says when a transaction commits, and says when it no longer does.
 *
 * A lost connection is made again for as long as this process lives.
 */
export async function listenForChanges(listener: Listener): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: process.env.DATABASE_URL, keepAlive: true })
    next.on('error', () => {}) // 'end' follows
    await next.connect()
    client = next
    next.on('notification', listener.changed)
    next.once('end', () => {
      listener.lost()
      if (!isClosed) void reconnect()
    })
    await next.query('listen public_pages_changed')
    listener.heard()
  }

  async function reconnect(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, retryMs).unref())
    if (!isClosed) await connect().catch(reconnect)
  }

  await connect()
  return {
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
