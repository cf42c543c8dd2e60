import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { readStored, StorageError, storage } from '#app/platform/storage.server.ts'
import { anS3Store } from '#tests/support/s3-store.ts'

const stores = [
  ['a folder', async () => {}],
  ['S3', async () => void (await anS3Store())],
] as const

describe.each(stores)('in %s', (_, open) => {
  test('what is put is read back, whole and with its type', async () => {
    await open()
    const bytes = Buffer.alloc(300_000, 'rak')
    await storage().put('media/a-640.webp', bytes, 'image/webp')
    const found = await storage().get('media/a-640.webp')
    expect(found).toMatchObject({ size: 300_000, type: 'image/webp' })
    found?.body.destroy()
    expect((await readStored('media/a-640.webp'))?.equals(bytes)).toBe(true)
    expect(await storage().has('media/a-640.webp')).toBe(true)
  })

  test('what is not there is null, and removing it changes nothing', async () => {
    await open()
    expect(await storage().get('media/none.webp')).toBeNull()
    expect(await readStored('private/none/at/all')).toBeNull()
    expect(await storage().has('media/none.webp')).toBe(false)
    await storage().remove('media/none.webp')
    expect(await storage().list('private/uploads/none/')).toEqual([])
  })

  test('the same key again takes the place of the first; removed, it is gone', async () => {
    await open()
    await storage().put('private/a/1', Buffer.from('one'), 'text/plain')
    await storage().put('private/a/1', Buffer.from('two, longer'), 'text/plain')
    expect(String(await readStored('private/a/1'))).toBe('two, longer')
    await storage().remove('private/a/1')
    expect(await readStored('private/a/1')).toBeNull()
  })

  test('twenty written at once under one key leave one of them, whole', async () => {
    await open()
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(20_000))
    await Promise.all(texts.map((text) => storage().put('media/b.webp', Buffer.from(text), 'image/webp')))
    expect(texts).toContain(String(await readStored('media/b.webp')))
  })

  test('keys that begin so are listed, deep ones too, and no others', async () => {
    await open()
    for (const key of ['private/up/1/0', 'private/up/1/256', 'private/up/2/0', 'media/c.webp'])
      await storage().put(key, Buffer.from(key), 'application/octet-stream')
    expect((await storage().list('private/up/')).sort()).toEqual([
      'private/up/1/0',
      'private/up/1/256',
      'private/up/2/0',
    ])
    expect((await storage().list('private/up/1/')).sort()).toEqual(['private/up/1/0', 'private/up/1/256'])
  })

  test.each([
    '../secret',
    'media/../originals/a',
    '/etc/passwd',
    'media//a',
    'media/',
    'media/.hidden',
    'media/a/../../b',
    'other/a',
    'media/a\0.webp',
    'media/a b',
    'media/A',
    '',
  ])('%j is no key', async (key) => {
    await open()
    await expect(storage().put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow('not a key')
    await expect(storage().get(key)).rejects.toThrow('not a key')
    await expect(storage().remove(key)).rejects.toThrow('not a key')
  })
})

test('a file is written beside and renamed, so a failure leaves neither half of it nor the other gone', async () => {
  await storage().put('media/d.webp', Buffer.from('whole'), 'image/webp')
  await expect(storage().put('media/d.webp/under', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    StorageError,
  )
  expect(String(await readStored('media/d.webp'))).toBe('whole')
  const folder = path.resolve(process.env.UPLOAD_DIR ?? '', 'media')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a list longer than a page of S3 is read to its end', async () => {
  const store = await anS3Store()
  store.pageSize = 3
  const keys = Array.from({ length: 10 }, (_, i) => `private/many/${i}`)
  for (const key of keys) await storage().put(key, Buffer.from(key), 'text/plain')
  expect(await storage().list('private/many/')).toEqual(keys)
})

test.each(['broken', 'cut', 'slow'] as const)('one answer that is %s is asked for again', async (trouble) => {
  const store = await anS3Store()
  store.troubles = [trouble]
  await storage().put('media/e.webp', Buffer.from('picture'), 'image/webp')
  expect(String(store.kept.get('media/e.webp')?.bytes)).toBe('picture')
  expect(store.asked).toHaveLength(2)
})

test.each(['broken', 'cut', 'slow', 'denied'] as const)(
  'a store that stays %s is said to be away',
  async (trouble) => {
    const store = await anS3Store()
    store.break(trouble)
    await expect(storage().put('media/f.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(StorageError)
    await expect(storage().get('media/f.webp')).rejects.toThrow(StorageError)
    await expect(storage().has('media/f.webp')).rejects.toThrow(StorageError)
    expect(store.kept.size).toBe(0)
  },
)

test('a wrong secret and a wrong bucket are refused, and are not the same as nothing there', async () => {
  const store = await anS3Store()
  await storage().put('media/g.webp', Buffer.from('x'), 'image/webp')
  vi.stubEnv('S3_SECRET_ACCESS_KEY', 'another')
  await expect(storage().get('media/g.webp')).rejects.toThrow('SignatureDoesNotMatch')
  vi.stubEnv('S3_SECRET_ACCESS_KEY', 'a secret of this test')
  vi.stubEnv('S3_BUCKET', 'elsewhere')
  await expect(storage().get('media/g.webp')).rejects.toThrow(StorageError)
  expect(store.kept.size).toBe(1)
})

test('with a bucket nothing is written to the folder', async () => {
  await anS3Store()
  await storage().put('private/h/1', Buffer.from('x'), 'text/plain')
  expect(existsSync(path.resolve(process.env.UPLOAD_DIR ?? '', 'private/h/1'))).toBe(false)
})
