import { expect, test } from 'vitest'
import { chosenTests } from '#scripts/machine/chosen-tests.ts'

const here = 'tests/scripts/chosen-tests.test.ts'

test('without a word every test is meant', () => {
  expect(chosenTests([])).toMatchObject({ options: [], files: expect.arrayContaining([here]) })
})

test('a word in a path chooses files, with or without the ./ of a shell', () => {
  expect(chosenTests([here])).toEqual({ files: [here], options: [], name: '', hasJourneys: false })
  expect(chosenTests([`./${here}`]).files).toEqual([here])
  expect(chosenTests(['scripts/chosen']).files).toEqual([here])
})

test('any other word is in the name of a test', () => {
  expect(chosenTests(['any', 'other', 'word is'])).toEqual({
    files: [here],
    options: ['--testNamePattern=any other word is'],
    name: 'any other word is',
    hasJourneys: false,
  })
  expect(chosenTests(['tests/scripts', 'with or without the ./ of'])).toEqual({
    files: [here],
    options: ['--testNamePattern=with or without the \\./ of'],
    name: 'with or without the ./ of',
    hasJourneys: false,
  })
})

test('options go to Vitest', () => {
  expect(chosenTests([here, '--reporter=verbose']).options).toEqual(['--reporter=verbose'])
})

test('a word that names nothing is a problem', () => {
  expect(() => chosenTests(['no', `such${' '}thing`])).toThrow(
    'No test file and no test has “no such thing” in its name.',
  )
})
