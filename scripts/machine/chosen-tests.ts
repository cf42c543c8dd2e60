// What `npm test -- <path or name>` means: which files, and which tests in them.
import { globSync, readFileSync } from 'node:fs'
import { problem } from './problems.mjs'

export type Chosen = {
  files: string[]
  /** Options of Vitest that choose among the tests of these files. */
  options: string[]
  /** Part of the names of the tests that are meant; empty for all. */
  name: string
  hasJourneys: boolean
}

/**
 * A word that is part of a test file's path chooses files; any other is part of a test's name. Options go to Vitest.
 *
 * @throws a problem when no test is meant.
 */
export function chosenTests(args: string[]): Chosen {
  const all = globSync('tests/**/*.test.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
  const words = args.filter((arg) => !arg.startsWith('-'))
  const options = args.filter((arg) => arg.startsWith('-'))
  const paths = words
    .map((word) => word.replace(/^\.\//, ''))
    .filter((word) => all.some((file) => file.includes(word)))
  const name = words.filter((word) => !paths.includes(word.replace(/^\.\//, ''))).join(' ')
  const inPaths = all.filter((file) => paths.length === 0 || paths.some((path) => file.includes(path)))
  const files = name ? inPaths.filter((file) => readFileSync(file, 'utf8').includes(name)) : inPaths
  if (files.length === 0) throw problem(`No test file and no test has “${words.join(' ')}” in its name.`)
  return {
    files,
    options: name
      ? [...options, `--testNamePattern=${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`]
      : options,
    name,
    hasJourneys: files.some(isJourney),
  }
}

export const isJourney = (file: string): boolean => file.includes('tests/journeys/')
