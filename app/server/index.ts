// The web server, a process of its own: node app/server/index.ts, on the built site or, in development, on Vite.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeDatabase } from '#app/platform/db.server.ts'
import { requireSafeSettings } from '#app/platform/env.server.ts'
import { whenStopped } from '#app/platform/stop.server.ts'
import { createApp } from './app.ts'
import { listenForChanges } from './page-cache.ts'
import { builtSite, viteSite } from './site.ts'

await requireSafeSettings()
const server = createServer()
const site = process.env.NODE_ENV === 'development' ? await viteSite(server) : await builtSite()
const pages = await listenForChanges()
server.on('request', createApp(site, pages.cache))
server.keepAliveTimeout = 65_000
server.headersTimeout = 66_000

whenStopped(async () => {
  await site.close()
  await pages.close()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  await closeDatabase()
})

server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ ready: `http://localhost:${port}` })
})
