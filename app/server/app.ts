import express from 'express'
import { remixHandler } from './handler.ts'
import { sendMedia } from './media.ts'
import type { PageCache } from './page-cache.ts'
import { protect } from './protect.ts'
import type { Site } from './site.ts'

export function createApp(site: Site, cache: PageCache) {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(protect)
  app.get('/media/:file', sendMedia)
  app.use(...site.files)
  app.use(remixHandler(site.build, cache))
  return app
}
