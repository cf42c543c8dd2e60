import decodeQr from 'qr/decode.js'
import { expect, test } from 'vitest'
import { ean13, ean13Bars, ean13Modules } from '#app/domain/labels/ean13.ts'
import { cartonNumberOf, formatCartonNumber, itfBars, itfElements } from '#app/domain/labels/itf14.ts'
import { cartonLayout, packLayouts } from '#app/domain/labels/layouts.ts'
import { qrCodeOf, qrQuiet } from '#app/domain/labels/qr-code.ts'

// Both patterns as another encoder (BWIPP) draws them.
const ean = '10100010110010111001100100110110100001010001101010100111010100001000100100100011101001100110101'
const itf = 'NNNNWWNNNNNWWNNNWWNNWWNNWNNWNNNNWWWNWNNWNNNWWNNWWWNNNNNWNNNNWWWNNWWNNNWWNNWNN'

test('an EAN-13 has the modules that every scanner knows', () => {
  expect(ean13Modules('8991234567891')).toHaveLength(95)
  expect(ean13Modules('8991234567891')).toBe(ean)
  const bars = ean13Bars('8991234567891')
  expect(bars).toHaveLength(30)
  expect(bars.filter(({ isLong }) => isLong).map(({ at }) => at)).toEqual([0, 2, 46, 48, 92, 94])
})

test('a carton number is the pack’s with an indicator and a new check digit', () => {
  expect(cartonNumberOf('8991234567891')).toBe('18991234567898')
  expect(formatCartonNumber('18991234567898')).toBe('1 89 91234 56789 8')
})

test.for(['2000000000015', '0212345678909', '0412345678907'])(
  'no carton number is made of %s, which means something inside one shop only',
  (gtin) => {
    expect(() => cartonNumberOf(gtin)).toThrowError(RangeError)
  },
)

test('an ITF-14 has the elements that every scanner knows', () => {
  expect(itfElements('18991234567898')).toBe(itf)
  expect(itfBars('18991234567898')).toMatchObject({ width: 120.5 })
  expect(itfBars('18991234567898').bars).toHaveLength(39)
})

test('symbols are as large as GS1 asks, with their white on the label', () => {
  const widths = { pack: 70, small: 38.1, roll: 50 }
  for (const [name, { ean: at }] of Object.entries(packLayouts)) {
    expect(at.module).toBeGreaterThanOrEqual(0.264)
    expect(at.module).toBeLessThanOrEqual(0.66)
    expect(at.x + ean13.width * at.module).toBeLessThanOrEqual(widths[name as keyof typeof widths])
  }
  const { module, height, x, bearer } = cartonLayout.itf
  expect(module).toBeGreaterThanOrEqual(0.495)
  expect(module).toBeLessThanOrEqual(1.016)
  expect(height).toBeGreaterThanOrEqual(31.75)
  expect(bearer).toBeGreaterThanOrEqual(2 * module)
  expect(x + (120.5 + 20) * module + 2 * bearer).toBeLessThanOrEqual(100)
})

test('a QR code reads as the address it was made of', () => {
  const address = 'https://raklokal.example/p/8991234567891?lot=L261101-2'
  const { modules, runs } = qrCodeOf(address)
  const scale = 4
  const side = (modules + 2 * qrQuiet) * scale
  const pixels = new Uint8Array(side * side * 3).fill(255)
  for (const { row, at, width } of runs)
    for (let y = (row + qrQuiet) * scale; y < (row + qrQuiet + 1) * scale; y++)
      pixels.fill(0, (y * side + (at + qrQuiet) * scale) * 3, (y * side + (at + width + qrQuiet) * scale) * 3)
  expect(decodeQr({ width: side, height: side, data: pixels })).toBe(address)
})
