import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from '#app/domain/labels/label.ts'
import { lotCodeOf, readLotCode } from '#app/domain/labels/lot-code.ts'
import { printLabelsForm } from '#app/domain/labels/rules.ts'
import { placeOf, sheets } from '#app/domain/labels/sheets.ts'
import { parseForm } from '#app/platform/form.ts'

const right = { isi: '8991234567891.L261101', kertas: 'a4-24', jumlah: '24', lewati: '0' }

function problemsOf(over: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...right, ...over })) form.append(name, value)
  return parseForm(form, printLabelsForm).reply().error ?? {}
}

test('labels are asked for by pack, lot, paper and number', () => {
  expect(problemsOf({})).toEqual({})
  expect(problemsOf({ lewati: '' })).toEqual({})
  expect(problemsOf({ jumlah: '650', lewati: '23' })).toEqual({})
})

test.for([
  [{ isi: '' }, { isi: ['Pilih kemasan dan lotnya.'] }],
  [{ isi: '8991234567891' }, { isi: ['Pilih kemasan dan lotnya.'] }],
  [{ isi: 'var_1.L261399' }, { isi: ['Pilih kemasan dan lotnya.'] }],
  [{ kertas: 'a3' }, { kertas: ['Pilih kertasnya.'] }],
  [{ jumlah: '0' }, { jumlah: ['Paling sedikit 1 label.'] }],
  [{ jumlah: '651' }, { jumlah: ['Paling banyak 650 label sekali cetak.'] }],
  [{ jumlah: 'banyak' }, { jumlah: ['Isi dengan angka.'] }],
  [{ jumlah: '1.5' }, { jumlah: ['Isi dengan angka bulat.'] }],
  [{ lewati: '-1' }, { lewati: ['Paling sedikit 0.'] }],
  [{ lewati: '24' }, { lewati: ['Di lembar ini paling banyak 23 label yang bisa dilewati.'] }],
  [
    { kertas: 'rol-50x30', lewati: '1' },
    { lewati: ['Di kertas ini hanya ada satu label per halaman. Isi 0.'] },
  ],
] as const)('%o is refused at its field', ([over, problems]) => {
  expect(problemsOf(over)).toEqual(problems)
})

test('a lot is called by the day it came in, later ones of that day by a number', () => {
  expect(lotCodeOf({ receivedOn: '2026-11-01', number: 1 })).toBe('L261101')
  expect(lotCodeOf({ receivedOn: '2026-11-01', number: 2 })).toBe('L261101-2')
  expect(readLotCode(' l261101-2 ')).toEqual({ receivedOn: '2026-11-01', number: 2 })
  for (const code of ['', 'L', 'L261301', 'L261101-0', 'L261101-00002', 'lot_abc', "L261101'--"])
    expect(readLotCode(code)).toBeNull()
})

test('labels go row by row, over the pages of the paper, and stay on it', () => {
  expect(placeOf(sheets['a4-24'], 0)).toEqual({ page: 0, x: 0, y: 0.5 })
  expect(placeOf(sheets['a4-24'], 25)).toEqual({ page: 1, x: 70, y: 0.5 })
  expect(placeOf(sheets['rol-50x30'], 3)).toEqual({ page: 3, x: 0, y: 0 })
  for (const { page, label, columns, rows, first, step } of Object.values(sheets)) {
    expect(first.x + (columns - 1) * step.x + label.width).toBeLessThanOrEqual(page.width)
    expect(first.y + (rows - 1) * step.y + label.height).toBeLessThanOrEqual(page.height)
  }
})

test('any text becomes one that the font has', () => {
  expect(printable('Kopi “Café”\n Ō 中文 🍎')).toBe('Kopi “Café” O ? ?')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).toMatch(/^[ -~¡-ÿŒœ–—‘’“”…€™−]*$/)
    }),
  )
})
