import { expect, test } from 'vitest'
import { composeMail } from '#app/domain/notices/compose-mail.ts'
import { allKinds } from '#app/domain/notices/kinds.ts'
import { textOf } from '#app/domain/notices/text.ts'
import { notices } from '#app/messages/id/notices.ts'

/** A sample of every value that the text of a kind asks for. */
const sampleOf = (kind: (typeof allKinds)[number]) => {
  const names = [...notices[`notice.${kind}`].matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.map((name) => [name, `<${name} & "co">`]))
}
const to = {
  name: 'Bu Sri',
  email: 'sri@rak.example',
  organisation: 'Tulungrejo',
  origin: 'https://rak.example',
  token: 'mem_1.x',
}

test.each(allKinds)('%s is told in words, with every value and a name of its own', (kind) => {
  const said = sampleOf(kind)
  const text = textOf({ kind, said })
  for (const value of Object.values(said)) expect(text).toContain(value)
  expect(text).not.toMatch(/[{}!]|undefined/)
  expect(notices[`kind.${kind}`]).toMatch(/^\p{Lu}/u)
  const mail = composeMail([{ id: 'ntc_1', kind, said }], to)
  expect(mail?.text).toContain(text)
  expect(mail?.html).not.toMatch(/<\w+ & "co">/)
  expect(mail?.html).toContain('&lt;')
  expect(mail?.subject).not.toMatch(/\n/)
})

test('what this version does not know, or cannot read, is left out and breaks nothing', () => {
  expect(textOf({ kind: 'later.kind', said: {} })).toBeNull()
  expect(textOf({ kind: 'stock.low', said: null })).toBeNull()
  expect(composeMail([{ id: 'ntc_1', kind: 'later.kind', said: {} }], to)).toBeNull()
})

test('many at once are one mail that says how many', () => {
  const said = { name: 'Keripik', pieces: 3 }
  const told = [1, 2, 3].map((i) => ({ id: `ntc_${i}`, kind: 'stock.low', said }))
  const mail = composeMail(told, to)
  expect(mail?.subject).toBe('3 kabar baru untuk Tulungrejo')
  expect(mail?.text.match(/\/kabar\/ntc_/g)).toHaveLength(3)
})

test('a line break in a value does not become a header', () => {
  const said = { name: 'Keripik\r\nBcc: jahat@example.org', pieces: 3 }
  expect(composeMail([{ id: 'ntc_1', kind: 'stock.low', said }], to)?.subject).not.toMatch(/[\r\n]/)
})
