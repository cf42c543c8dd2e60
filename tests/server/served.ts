// The web server as it is, on a port, around a build of a few routes.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionFunction, LoaderFunction, ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { onTestFinished } from 'vitest'
import { createApp } from '#app/server/app.ts'
import { type PageCache, pageCache } from '#app/server/page-cache.ts'

type Routes = Record<string, { loader?: LoaderFunction; action?: ActionFunction }>
type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer; path: string }
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Serves resource routes by their path until the test is over; gives the way to ask. */
export async function served(
  routes: Routes,
  cache: PageCache = pageCache(),
  files: RequestHandler[] = [(_req, _res, next) => next()],
) {
  const server = createServer(createApp({ build: buildOf(routes), files, close: async () => {} }, cache))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return { server, origin, ask: (asked: Asked) => ask(port, asked) }
}

/** Not fetch: it would choose headers by itself, and tidy the path. */
function ask(port: number, { method = 'GET', headers = {}, body, path }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function buildOf(routes: Routes): ServerBuild {
  const entries = Object.entries(routes).map(([path, module]) => [
    path,
    { id: path, path: path.replace(/^\//, ''), module: { ...module, default: undefined } },
  ])
  return {
    entry: { module: { default: () => new Response('page', { status: 500 }) } },
    routes: Object.fromEntries(entries),
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild
}
