import type { JobHelpers } from 'graphile-worker'
import { expect, test } from 'vitest'
import { forgetPapers } from '#app/domain/certificates/forget-papers.server.ts'
import { eraseProducer } from '#app/domain/producers/erase-producer.server.ts'
import { tasks } from '#app/jobs/tasks.ts'
import { db } from '#app/platform/db.server.ts'
import { storage } from '#app/platform/storage.server.ts'
import { anOperator, jobs } from '#tests/support/make.ts'
import { aHolder, now, readPaper, send, verify } from '#tests/support/papers.ts'

test('with a member who is erased its papers go, those of its goods too, and the worker takes the files', async () => {
  const { officer, productId, producerId, cooperative } = await aHolder()
  const first = await send(officer, { productId })
  await verify(await anOperator(), first)
  const renewal = await send(officer, { productId }, { number: '2153579010207-31' })
  const nib = await send(officer, { producerId }, { kind: 'nib', number: '1112210007923' })
  const others = await aHolder()
  const theirs = await send(others.officer, { productId: others.productId })
  const keys = await Promise.all([first, renewal, nib].map(async (id) => (await readPaper(id)).fileKey ?? ''))

  await eraseProducer(db, { producerId, cooperativeId: cooperative.id }, officer, now)
  expect((await db.certificate.findMany()).map(({ id }) => id)).toEqual([theirs])
  expect((await jobs()).filter((job) => job === 'paper.forgotten')).toHaveLength(3)
  for (const key of keys) await tasks['paper.forgotten']?.({ key }, {} as JobHelpers)
  expect(await Promise.all(keys.map((key) => storage().has(key)))).toEqual([false, false, false])
  const { fileKey } = await readPaper(theirs)
  await tasks['paper.forgotten']?.({ key: fileKey }, {} as JobHelpers)
  expect(await storage().has(fileKey ?? '')).toBe(true)
})

test('nobody has papers: nothing is forgotten', async () => {
  const { producerId } = await aHolder()
  await forgetPapers(db, producerId)
  expect(await jobs()).not.toContain('paper.forgotten')
})
