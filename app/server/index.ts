// The web server, a process of its own: node app/server/index.ts, on the built site or, in development, on Vite.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeDatabase, db } from '#app/platform/db.server.ts'
import { requireSafeSettings } from '#app/platform/env.server.ts'
import { forgetPublicContent, stopRemembering } from '#app/platform/remember.server.ts'
import { endWith, whenStopped } from '#app/platform/stop.server.ts'
import { createApp } from './app.ts'
import { listenForChanges } from './changes.ts'
import { keepCounting } from './count-searches.ts'
import { drain } from './drain.ts'
import { pageCache } from './page-cache.ts'
import { builtSite, viteSite } from './site.ts'

await requireSafeSettings().catch(endWith)
const server = createServer()
const site = process.env.NODE_ENV === 'development' ? await viteSite(server) : await builtSite()
const cache = pageCache()
const changes = await listenForChanges({
  changed() {
    forgetPublicContent()
    cache.clear()
  },
  lost() {
    stopRemembering()
    cache.pause()
  },
  heard() {
    forgetPublicContent()
    // Off for measuring what a page costs that is rendered.
    if (process.env.PAGE_MEMORY !== 'off') cache.resume()
  },
}).catch(endWith)
const counting = keepCounting(db)
server.on('request', createApp(site, cache))
server.keepAliveTimeout = 65_000
server.headersTimeout = 66_000

whenStopped(async () => {
  await Promise.all([drain(server), site.close()])
  await counting.stop()
  await changes.close()
  await closeDatabase()
})

server.on('error', endWith)
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ ready: `http://localhost:${port}` })
})
