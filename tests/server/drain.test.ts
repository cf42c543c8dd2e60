import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { drain } from '#app/server/drain.ts'
import { served } from './served.ts'

test('what has begun is answered, and nothing new is taken', async () => {
  let begun: () => void = () => {}
  const arrived = new Promise<void>((resolve) => {
    begun = resolve
  })
  const { server, origin, ask } = await served({
    '/lambat': {
      loader: async () => {
        begun()
        await new Promise((resolve) => setTimeout(resolve, 300))
        return new Response('selesai')
      },
    },
  })
  // A browser keeps its connection; that must not keep the server.
  const agent = new Agent({ keepAlive: true })
  const slow = new Promise<string>((resolve, reject) => {
    const asked = request(`${origin}/lambat`, { agent }, (response) => {
      response.on('data', (chunk) => resolve(String(chunk)))
    })
    asked.on('error', reject)
    asked.end()
  })
  await arrived
  const began = performance.now()
  const drained = drain(server)
  await expect(ask({ path: '/lambat' })).rejects.toThrow('ECONNREFUSED')

  expect(await slow).toBe('selesai')
  await drained
  expect(performance.now() - began).toBeLessThan(2_000)
  agent.destroy()
})
