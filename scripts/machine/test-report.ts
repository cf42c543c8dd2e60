import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isJourney } from './chosen-tests.ts'

type Test = { fullName: string; status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled' }
type Report = { testResults: { name: string; status: string; assertionResults: Test[] }[] }
type Run = {
  passed: boolean
  isCi: boolean
  /** Only tests with this in their name were meant. */
  name: string
}

/** Counts what ran. What nobody may overlook counts as failed, and is said. */
export function readReport(file: string, { passed, isCi, name: meant }: Run) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const problems: string[] = []
  for (const { name, status, assertionResults } of resultsOf(file)) {
    const where = path.relative('.', name)
    const mustRun = isCi && isJourney(where.replaceAll('\\', '/'))
    for (const test of assertionResults.filter(({ fullName }) => fullName.includes(meant))) {
      if (test.status === 'passed') counts.passed++
      else if (test.status === 'failed') counts.failed++
      else if (mustRun) {
        counts.failed++
        problems.push(`${where}: “${test.fullName}” was skipped, and in CI every journey runs`)
      } else counts.skipped++
    }
    for (const twice of repeated(assertionResults.map(({ fullName }) => fullName))) {
      counts.failed++
      problems.push(`${where}: two tests are called “${twice}”`)
    }
    // A file that could not be loaded has no tests to count, and still is a failure.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++
  }
  if (!passed && counts.failed === 0) counts.failed = 1
  return { counts, problems }
}

function resultsOf(file: string): Report['testResults'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Report).testResults
  } catch {
    return [] // the run ended before it could report
  }
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}
