import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { bonesOf } from '#app/domain/search/meili-documents.server.ts'
import { wordsOf } from '#app/domain/search/normalise.ts'
import { indexSettings, settingsVersion } from '#app/domain/search/settings.ts'
import { otherSpellings } from '#app/domain/search/spellings.ts'
import { apart, same } from './spellings.table.ts'

const digest = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)

// When this fails and `wordsOf`, a spelling or a kept word is now another for a text that was here before: raise
// `normalisation` in settings.ts, so that every index is made anew. Then write down what is said here. Where only an
// example was added, writing it down is enough.
test('whoever changes how an index is made, or how words are written in it, gives it another version', () => {
  const texts = [...same.map(([typed]) => typed), ...apart.flat(), ...otherSpellings.map(([other]) => other)]
  expect({
    normalisation: indexSettings.normalisation,
    words: digest(texts.map((text) => [text, wordsOf(text), wordsOf(text).map(bonesOf)])),
    version: settingsVersion,
  }).toEqual({ normalisation: 5, words: '4306347e3a82', version: 'e0b62ca0c008' })
})
