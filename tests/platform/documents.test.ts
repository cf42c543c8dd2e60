import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readDocument } from '#app/platform/documents.server.ts'

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}\nxref\ntrailer\n%%EOF\n`, 'latin1')
const objectStream = (text: string) => {
  const packed = deflateSync(Buffer.from(text)).toString('latin1')
  return pdf(`1 0 obj\n<</Type/ObjStm/N 1/Filter/FlateDecode>>\nstream\n${packed}\nendstream\nendobj`)
}
const refusalOf = (bytes: Buffer) =>
  readDocument(bytes).then(
    () => 'kept',
    (error) => error.said.key,
  )

test('a plain PDF is kept as it is', async () => {
  const bytes = pdf('1 0 obj\n<</Type/Catalog>>\nendobj')
  expect(await readDocument(bytes)).toEqual({ type: 'application/pdf', bytes })
  expect(await refusalOf(objectStream('<</Type/Catalog>>'))).toBe('kept')
})

test('a photo is drawn anew, upright and without where it was taken', async () => {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitude: '7/1 52/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { type, bytes } = await readDocument(photo)
  const seen = await sharp(bytes).metadata()
  expect([type, seen.format, seen.width, seen.height, seen.exif]).toEqual([
    'image/jpeg',
    'jpeg',
    20,
    40,
    undefined,
  ])
})

test.each([
  ['nothing', Buffer.alloc(0), 'document.missing'],
  ['too much', Buffer.alloc(11 * 1024 * 1024), 'document.too_large'],
  ['a page of a browser', Buffer.from('<!doctype html><script>alert(1)</script>'), 'document.wrong_type'],
  [
    'a drawing with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'document.wrong_type',
  ],
  ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'document.unreadable'],
  ['one byte', Buffer.from([1]), 'document.wrong_type'],
  ['a PDF without an end', Buffer.from('%PDF-1.4 hello'), 'document.unreadable'],
  ['a PDF with a file behind it', Buffer.concat([pdf(''), Buffer.alloc(4000, 80)]), 'document.unreadable'],
  ['a locked PDF', pdf('trailer <</Encrypt 3 0 R>>'), 'document.locked'],
  ['a PDF with a script', pdf('<</S/JavaScript/JS(app.alert)>>'), 'document.active'],
  ['a script by the numbers of its letters', pdf('<</S/J#61vaScript>>'), 'document.active'],
  ['a PDF that starts a program', pdf('<</S/Launch>>'), 'document.active'],
  ['a PDF with a file in it', pdf('<</Names<</EmbeddedFiles 2 0 R>>>>'), 'document.active'],
  ['a script in packed objects', objectStream('<</S/JavaScript>>'), 'document.active'],
  [
    'packed objects whose name is hidden',
    pdf('1 0 obj\n<</Type/Obj#53tm/Filter/FlateDecode>>\nstream\nx\nendstream'),
    'document.unreadable',
  ],
  ['packed objects that unpack to 40 MB', objectStream(' '.repeat(40_000_000)), 'document.unreadable'],
])('%s is refused, with what to do', async (_, bytes, key) => {
  expect(await refusalOf(bytes)).toBe(key)
})

test('any bytes end in a document or a refusal', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const bytes = Buffer.from(Array.from({ length: seed * 7 }, (_, i) => (i * seed * 31 + seed) % 256))
    for (const one of [
      bytes,
      Buffer.concat([Buffer.from('%PDF-1.7\n/ObjStm stream\n'), bytes, Buffer.from('endstream %%EOF')]),
    ])
      expect(await refusalOf(one)).toMatch(/^(document\.|kept)/)
  }
})
