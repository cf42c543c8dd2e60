import type { RequestListener } from 'node:http'
import express, { type RequestHandler } from 'express'
import { countSearch } from './count-searches.ts'
import { answerKept, remixHandler } from './handler.ts'
import { sendMedia } from './media.ts'
import type { PageCache } from './page-cache.ts'
import { protect } from './protect.ts'
import type { Site } from './site.ts'

/** The whole web server, without a port: pages that are kept, what protects, pictures, files, pages. */
export function createApp(site: Site, cache: PageCache): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  // A proxy that encrypts stands on the same machine; what others say about addresses is not believed.
  app.set('trust proxy', 'loopback')
  app.use(protect)
  app.get('/media/:file', sendMedia)
  app.use(...site.files)
  app.use(remixHandler(site.build, cache) as RequestHandler)
  return (req, res) => {
    countSearch(req)
    if (!answerKept(req, res, cache)) app(req, res)
  }
}
