import sharp from 'sharp'
import { expect, test } from 'vitest'
import { liesFlat, packshot } from '../../prisma/packshots/packshot.ts'
import type { PackProduct } from '../../prisma/packshots/product.ts'
import { scene, scenes } from '../../prisma/packshots/scene.ts'
import { wordingOf } from '../../prisma/packshots/wording.ts'
import { products } from '../../prisma/seed/batu/products.ts'

const packs: PackProduct[] = products.map((product) => ({ ...product, category: product.range }))
const crisps: PackProduct = {
  name: 'Keripik Apel Manalagi 100 g',
  pack: 'pouch',
  category: 'keripik_buah',
  widthMm: 160,
  heightMm: 230,
  depthMm: 60,
}
const box: PackProduct = {
  name: 'Pia Apel isi 8',
  pack: 'box',
  category: 'roti_kue',
  widthMm: 200,
  heightMm: 55,
  depthMm: 150,
}

test('a drawing is exactly as large as its pack, one unit a millimetre', () => {
  expect(packshot(crisps)).toContain('viewBox="0 0 160 230" width="160" height="230"')
})

test('what lies flat is drawn from above for the catalogue, what stands is not', () => {
  expect(packshot(box)).toContain('viewBox="0 0 200 55"')
  expect(packshot(box, { view: 'face' })).toContain('viewBox="0 0 200 150"')
  expect(packshot(crisps, { view: 'face' })).toContain('viewBox="0 0 160 230"')
  expect([liesFlat(box), liesFlat(crisps)]).toEqual([true, false])
})

test('the same pack is drawn the same every time, and no other pack so', () => {
  const drawings = packs.map((pack) => packshot(pack))
  expect(packs.map((pack) => packshot(pack))).toEqual(drawings)
  expect(new Set(drawings).size).toBe(packs.length)
})

test('a drawing needs no font, no other file and no number that is not one', () => {
  for (const pack of packs) expect(packshot(pack)).not.toMatch(/<text|font|href|NaN|undefined|Infinity/)
})

test('sharp can read every drawing, from the front and from above', async () => {
  for (const pack of packs)
    for (const view of ['front', 'face'] as const) {
      const { width, height } = await sharp(Buffer.from(packshot(pack, { view }))).metadata()
      expect([pack.name, width, height]).toEqual([
        pack.name,
        pack.widthMm,
        view === 'face' && liesFlat(pack) ? pack.depthMm : pack.heightMm,
      ])
    }
})

test('a name that is new is drawn too, and its marks do not break the drawing', async () => {
  const drawing = packshot({ ...crisps, name: 'Rengginang <Ketan> & Terasi 90 g', category: 'apa saja' })
  await expect(sharp(Buffer.from(drawing)).metadata()).resolves.toMatchObject({ width: 160 })
})

test('a label sets the kind, the title and what is inside apart', () => {
  expect(wordingOf('Keripik Apel Manalagi 100 g')).toEqual({
    kind: 'Keripik',
    title: 'Apel Manalagi',
    net: '100 g',
  })
  expect(wordingOf('Sari Apel Dus 40 x 120 ml')).toEqual({ kind: 'Sari', title: 'Apel', net: '40 × 120 ml' })
  expect(wordingOf('Mendol Tempe Beku isi 10')).toEqual({ kind: '', title: 'Mendol Tempe', net: 'isi 10' })
})

test('further photos are square, drawn the same every time, and need no font and no other file', async () => {
  for (const is of scenes) {
    const drawing = scene(crisps, is)
    expect(drawing).toBe(scene(crisps, is))
    expect(drawing).not.toMatch(/<text|font|href|NaN|undefined|Infinity/)
    await expect(sharp(Buffer.from(drawing)).metadata()).resolves.toMatchObject({ width: 400, height: 400 })
  }
  expect(new Set(scenes.map((is) => scene(crisps, is))).size).toBe(scenes.length)
})
