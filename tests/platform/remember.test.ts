import { afterEach, expect, test } from 'vitest'
import { forgetPublicContent, remember, stopRemembering } from '#app/platform/remember.server.ts'

afterEach(stopRemembering)

function counter() {
  let n = 0
  return async () => ++n
}

test('where nobody hears of changes, nothing is kept', async () => {
  const work = counter()
  expect([await remember('a', work), await remember('a', work)]).toEqual([1, 2])
})

test('what was found is kept until public content changes, by key', async () => {
  forgetPublicContent()
  const [a, b] = [counter(), counter()]
  expect([await remember('a', a), await remember('a', a), await remember('b', b)]).toEqual([1, 1, 1])
  forgetPublicContent()
  expect(await remember('a', a)).toBe(2)
})

test('many that ask at once wait for one and the same work', async () => {
  forgetPublicContent()
  const work = counter()
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => remember('a', work))))).toEqual(
    new Set([1]),
  )
})

test('what was found while something changed is not kept', async () => {
  forgetPublicContent()
  const work = counter()
  const slow = remember('a', async () => {
    forgetPublicContent()
    return work()
  })
  expect(await slow).toBe(1)
  expect(await remember('a', work)).toBe(2)
})

test('work that failed is tried again', async () => {
  forgetPublicContent()
  await expect(remember('a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  expect(await remember('a', async () => 7)).toBe(7)
})
