import type { Server } from 'node:http'

/** Takes no more connections, lets every request that has begun be answered, and returns when all are gone. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  // A kept-alive connection becomes idle with its last answer, and would stay open for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(sweep)
}
