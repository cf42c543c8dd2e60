import { expect, test } from 'vitest'
import { doEach } from '#app/jobs/do-each.ts'

test('a work that fails keeps none after it from being done, and is reported', async () => {
  const done: string[] = []
  const works = [
    async () => done.push('first'),
    async () => {
      throw new Error('no key')
    },
    async () => done.push('third'),
    async () => {
      throw new Error('no room')
    },
  ]
  await expect(doEach(works)).rejects.toThrow('Error: no key; Error: no room')
  expect(done).toEqual(['first', 'third'])
})
