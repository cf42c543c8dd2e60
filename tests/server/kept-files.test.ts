// Files that somebody asks for to keep: they go out while they are written.
import { get } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { fileAnswer } from '#app/routes/cooperative/table-file.server.ts'
import { served } from './served.ts'

const mebibyte = Buffer.alloc(1024 * 1024, 'x')

test('the first of a file arrives before the last is written, and who leaves ends the writing', async () => {
  let written = 0
  let ended: () => void = () => {}
  const isOver = new Promise<void>((resolve) => {
    ended = resolve
  })
  async function* endless() {
    try {
      for (;;) {
        written++
        yield mebibyte
      }
    } finally {
      ended()
    }
  }
  const { origin } = await served({
    '/unduh': { loader: () => fileAnswer(Readable.from(endless()), 'semua', 'zip') },
  })
  await new Promise<void>((resolve, reject) => {
    const asked = get(`${origin}/unduh`, (response) => {
      expect(response.headers['content-disposition']).toBe('attachment; filename="semua.zip"')
      expect(response.headers['cache-control']).toBe('private, no-store')
      response.on('error', () => {})
      response.once('data', () => {
        asked.destroy()
        resolve()
      })
    })
    asked.on('error', reject)
  })
  await isOver
  expect(written).toBeLessThan(50)
})

test('a file that breaks off is no whole file to the browser', async () => {
  async function* broken() {
    yield mebibyte
    throw new Error('the database went away')
  }
  const { origin } = await served({
    '/unduh': { loader: () => fileAnswer(Readable.from(broken()), 'semua', 'zip') },
  })
  const answer = await fetch(`${origin}/unduh`)
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
  expect(vi.mocked(console.error).mock.calls).toMatchObject([[{ message: 'the database went away' }]])
  vi.mocked(console.error).mockClear()
})

test('asked for its head only, a file is not written', async () => {
  const { ask } = await served({
    '/unduh': { loader: () => fileAnswer(Readable.from([mebibyte]), 'semua', 'csv') },
  })
  const { status, body, headers } = await ask({ path: '/unduh', method: 'HEAD' })
  expect({ status, size: body.length, type: headers['content-type'] }).toEqual({
    status: 200,
    size: 0,
    type: 'text/csv; charset=utf-8',
  })
})
