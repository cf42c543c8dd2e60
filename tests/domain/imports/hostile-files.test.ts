import fc from 'fast-check'
import { expect, test } from 'vitest'
import yazl from 'yazl'
import { recognise, tableKinds } from '#app/domain/imports/columns.ts'
import { FileProblem } from '#app/domain/imports/file-problem.ts'
import { openZip } from '#app/domain/imports/open-zip.server.ts'
import { readRow } from '#app/domain/imports/read-row.ts'
import { readTable } from '#app/domain/imports/read-table.server.ts'
import { readDay, readMoney } from '#app/domain/imports/values.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { anXlsx } from './files.ts'

async function rowsOf(bytes: Buffer) {
  const rows: string[][] = []
  for await (const { cells } of readTable(bytes)) rows.push(cells)
  return rows
}
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error) => {
      if (error instanceof FileProblem) return error.said.key
      throw error
    },
  )

async function aZip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text as string), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const sheet = (body: string, more: Record<string, string | Buffer> = {}, properties = '') =>
  aZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook>${properties}<sheets><sheet name="a" r:id="r1" xmlns:r="x"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>Kode</t></si><si><r><t>Ja</t></r><r><t>wa</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${body}</sheetData></worksheet>`,
    ...more,
  })

test('a sheet gives shared and inline texts, numbers, days, yes and no, and what formulas gave', async () => {
  const body = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>satu</t></is></c><c r="B3"><v>12500.5</v></c><c r="C3" s="1"><v>46350</v></c>
    <c r="D3" t="b"><v>1</v></c><c r="E3"><f>1+1</f><v>2</v></c><c r="F3" t="str"><f>A3</f><v>satu</v></c></row>`
  expect(await rowsOf(await sheet(body))).toEqual([
    ['Kode', '', 'Jawa'],
    ['satu', '12500,5', '2026-11-24', 'ya', '2', 'satu'],
  ])
  const of1904 = await sheet(body, {}, '<workbookPr date1904="1"/>')
  expect((await rowsOf(of1904))[1]?.[2]).toBe('2030-11-25')
})

test('macros, locks, document types, old files, nested and broken archives are refused', async () => {
  const body = '<row r="1"><c t="s"><v>0</v></c></row>'
  expect(await problemOf(rowsOf(await sheet(body, { 'xl/vbaProject.bin': 'x' })))).toBe('import.macros')
  const types =
    '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
  expect(await problemOf(rowsOf(await sheet(body, { '[Content_Types].xml': types })))).toBe('import.macros')
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
  expect(await problemOf(rowsOf(await sheet(body, { 'xl/worksheets/sheet1.xml': entity })))).toBe(
    'import.xlsx_broken',
  )
  expect(await problemOf(rowsOf(await sheet(body, { 'a.zip': 'x' })))).toBe('import.zip_nested')
  expect(await problemOf(rowsOf((await sheet(body)).subarray(0, 400)))).toBe('import.zip_broken')
  expect(await problemOf(rowsOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('import.old_or_locked')
  expect(await problemOf(rowsOf(Buffer.alloc(0)))).toBe('import.empty')
  expect(await problemOf(rowsOf(await aZip({ 'a.txt': 'x' })))).toBe('import.not_a_table')
})

test('a bomb is refused by what it declares, and by what comes out of it where it lies', async () => {
  const bomb = await aZip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(64 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(100_000)
  const before = process.memoryUsage().rss
  const began = performance.now()
  expect(await problemOf(rowsOf(bomb))).toBe('import.zip_bomb')
  expect(performance.now() - began).toBeLessThan(3_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)

  // The same with its size written down as a hundred bytes: in the central directory and before the data.
  const lying = Buffer.from(await aZip({ 'a.xml': Buffer.alloc(2_000_000) }))
  const central = lying.indexOf(Buffer.from('504b0102', 'hex'))
  lying.writeUInt32LE(100, central + 24)
  const packed = await openZip(lying, { entries: 10, bytes: 1_000_000, ratio: 1e9 })
  const read = async () => {
    for await (const _ of packed.read('a.xml') ?? []);
  }
  expect(await problemOf(read())).toMatch(/import\.zip_(bomb|broken)/)
})

test('too many entries, rows or columns are refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}`, 'x']))
  expect(await problemOf(openZip(await aZip(many), { entries: 10, bytes: 1e6, ratio: 100 }))).toBe(
    'import.zip_many',
  )
  expect(await problemOf(rowsOf(Buffer.from('a;b\n'.repeat(20_002))))).toBe('import.many_rows')
  const wide = Buffer.from(`${'x;'.repeat(150)}x\n1`)
  expect(await problemOf(rowsOf(wide))).toBe('import.many_columns')
})

test('separators and encodings are found out by themselves', async () => {
  const expected = [
    ['Kode', 'Nama'],
    ['A1', 'Kopi “Été”'],
  ]
  const text = 'Kode;Nama\r\nA1;"Kopi “Été”"\r\n'
  const windows = Buffer.from(
    [...'Kode\tNama\nA1\tKopi '].map((c) => c.charCodeAt(0)).concat([0x93, 0xc9, 0x74, 0xe9, 0x94]),
  )
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text.replaceAll(';', ',')),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(text, 'utf16le'),
    windows,
  ])
    expect(await rowsOf(bytes)).toEqual(expected)
})

test('any bytes as a file are read or refused, and never crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      await problemOf(rowsOf(Buffer.from(bytes)))
      await problemOf(rowsOf(Buffer.concat([Buffer.from('PK\x03\x04'), bytes])))
    }),
    { numRuns: 200 },
  )
})

test('any text in any cell is read or refused, in every kind of table', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom(
      '=cmd()',
      'Rp',
      '-',
      '1e99',
      '٣',
      '9'.repeat(400),
      '\u0000',
      '\ud800',
      '31/02/2026',
      '12.5',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...tableKinds),
      fc.array(text, { maxLength: 30 }),
      async (kind, cells) => {
        const fields = recognise(kind, cells)
        expect(fields).toHaveLength(cells.length)
        const all = recognise(
          kind,
          (await import('#app/domain/imports/columns.ts')).fieldsOf[kind].map(({ header }) => header),
        )
        const { content, problems } = readRow(kind, all, cells)
        for (const name of all)
          expect(content[name] !== undefined && problems[name] !== undefined).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})

test('any text written into a sheet is what is read from it', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
      async (rows) => {
        expect(await rowsOf(await anXlsx(rows))).toEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

test('what is written as money or a day is read as the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999n }), (price) => {
      for (const text of [String(price), formatRupiah(price), `${formatRupiah(price)},00`, `rp ${price}`])
        expect(readMoney(text)).toEqual({ value: price })
    }),
  )
  const dates = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      const day = date.toISOString().slice(0, 10)
      const [year, month, of] = day.split('-')
      const serial = String(Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000))
      for (const text of [day, `${of}/${month}/${year}`, `${of}-${month}-${year}`, formatDay(day), serial])
        expect(readDay(text)).toEqual({ value: day })
    }),
  )
})

test('what can be read in two ways is said, not guessed', () => {
  expect(readMoney('12.5')).toEqual({ problem: { key: 'import.price_unclear', text: '12.5' } })
  expect(readMoney('12,5')).toEqual({ problem: { key: 'import.price_unclear', text: '12,5' } })
  expect(readDay('11/24/2026')).toEqual({ problem: { key: 'import.day_american', text: '11/24/2026' } })
  expect(readDay('24 November 2026')).toEqual({ value: '2026-11-24' })
  expect(readDay('24-11-26')).toEqual({ value: '2026-11-24' })
})
