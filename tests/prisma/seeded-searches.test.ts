import { expect, test } from 'vitest'
import { countedWords } from '#app/domain/demand/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { writeSearches } from '../../prisma/seed/searches.ts'

test('what the demonstration was asked is as people would have been counted', async () => {
  await writeSearches(db, '2026-11-24')
  const rows = await db.askedQuery.findMany({ select: { words: true } })
  expect(rows.length).toBeGreaterThan(20)
  for (const { words } of rows) expect(countedWords(words)).toBe(words)
})
