import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawLabels } from '#app/domain/labels/draw-labels.server.ts'
import type { Label } from '#app/domain/labels/label.ts'
import { sheetNames } from '#app/domain/labels/sheets.ts'

const label: Label = {
  name: 'Keripik Apel Manalagi 100 g',
  producerName: 'Kelompok Tani Makmur',
  villageName: 'Tulungrejo',
  cooperativeName: 'Koperasi Tulungrejo',
  gtin: '8991234567891',
  isInStoreCode: false,
  netContent: '100 g',
  price: 18_000n,
  unitsPerCarton: 24,
  lotCode: 'L261101',
  bestBefore: '2027-08-01',
}
const print = {
  count: 1,
  skip: 0,
  address: 'https://raklokal.example/p/8991234567891?lot=L261101',
  at: new Date('2026-11-24T03:00:00Z'),
}

/** The PDF's own text, and what its compressed parts draw. */
function read(file: Buffer) {
  const text = file.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(({ 1: body = '' }) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    sizes: [...new Set(text.match(/\/MediaBox \[[^\]]+\]/g))],
    hasPicture: text.includes('/Subtype /Image'),
    rects: streams.join('\n').match(/ re$/gm)?.length ?? 0,
  }
}

test.for(sheetNames)('labels on %s are drawn as vectors on pages of its size', async (sheet) => {
  const file = await drawLabels(label, { ...print, sheet })
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  const { pages, hasPicture, rects, sizes } = read(file)
  expect({ pages, hasPicture, sizes: sizes.length }).toEqual({ pages: 1, hasPicture: false, sizes: 1 })
  // Bars and the runs of the QR code.
  expect(rects).toBeGreaterThan(200)
})

test('a sheet that is already begun is filled from where it is free', async () => {
  const pages = async (count: number, skip: number) =>
    read(await drawLabels(label, { ...print, sheet: 'a4-24', count, skip })).pages
  expect(await pages(24, 0)).toBe(1)
  expect(await pages(24, 1)).toBe(2)
  expect(await pages(1, 23)).toBe(1)
})

test('the carton of a pack with an in-store code has no ITF-14', async () => {
  const rects = async (over: Partial<Label>) =>
    read(await drawLabels({ ...label, ...over }, { ...print, sheet: 'karton-100x150' })).rects
  const inStore = { isInStoreCode: true, gtin: '2000000000015' }
  // 39 bars and the frame.
  expect((await rects({})) - (await rects(inStore))).toBe(40)
})

test.for(['中文 🍎', 'ا ب', '\u0000\ud800', 'Z͑ͫ̓a', 'x'.repeat(300), '𝔎eripik '.repeat(40), ''])(
  'a product called %j is printed on one page',
  async (name) => {
    for (const sheet of sheetNames) {
      const odd = { ...label, name, producerName: name, price: 999_999_999_999n }
      expect(read(await drawLabels(odd, { ...print, sheet })).pages).toBe(1)
    }
  },
)
