import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readReport } from '#scripts/machine/test-report.ts'

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'report-')), 'report.json')
const run = { passed: true, isCi: false, name: '' }

function report(results: Record<string, [name: string, status: string][]>, status = 'passed') {
  const testResults = Object.entries(results).map(([name, tests]) => ({
    name: path.resolve(name),
    status,
    assertionResults: tests.map(([fullName, of]) => ({ fullName, status: of })),
  }))
  writeFileSync(file, JSON.stringify({ testResults }))
}

test('every test is counted', () => {
  report({
    'tests/a.test.ts': [
      ['one', 'passed'],
      ['two', 'failed'],
      ['three', 'skipped'],
      ['four', 'todo'],
    ],
  })
  expect(readReport(file, { ...run, passed: false }).counts).toEqual({ passed: 1, failed: 1, skipped: 2 })
})

test('a skipped journey fails in CI, and only there', () => {
  report({
    'tests/journeys/a.test.ts': [['a shopper buys', 'skipped']],
    'tests/b.test.ts': [['one', 'skipped']],
  })
  expect(readReport(file, run).counts).toEqual({ passed: 0, failed: 0, skipped: 2 })
  const { counts, problems } = readReport(file, { ...run, isCi: true })
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 1 })
  expect(problems).toEqual([
    'tests/journeys/a.test.ts: “a shopper buys” was skipped, and in CI every journey runs',
  ])
})

test('where tests were chosen by name, the others are not counted at all', () => {
  report({
    'tests/journeys/a.test.ts': [
      ['a shopper buys', 'passed'],
      ['a buyer plans', 'skipped'],
    ],
  })
  expect(readReport(file, { ...run, isCi: true, name: 'shopper' }).counts).toEqual({
    passed: 1,
    failed: 0,
    skipped: 0,
  })
})

test('two tests of one name in a file fail', () => {
  report({
    'tests/a.test.ts': [
      ['one', 'passed'],
      ['one', 'passed'],
    ],
  })
  expect(readReport(file, run)).toEqual({
    counts: { passed: 2, failed: 1, skipped: 0 },
    problems: ['tests/a.test.ts: two tests are called “one”'],
  })
})

test('a file that could not be loaded, and a run that could not report, fail', () => {
  report({ 'tests/a.test.ts': [] }, 'failed')
  expect(readReport(file, { ...run, passed: false }).counts).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(readReport('/none', { ...run, passed: false }).counts).toEqual({ passed: 0, failed: 1, skipped: 0 })
  report({ 'tests/a.test.ts': [['one', 'passed']] })
  expect(readReport(file, { ...run, passed: false }).counts).toEqual({ passed: 1, failed: 1, skipped: 0 })
})
