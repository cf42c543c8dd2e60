import { Readable } from 'node:stream'
import yazl from 'yazl'

/** A number stays one; text never becomes a formula. */
export type Cell = string | number | null
export type Sheet = { name: string; rows: AsyncIterable<Cell[]> | Iterable<Cell[]> }

/** A workbook as it is written: row by row, so that it never is in memory whole. The first row of a sheet is its head. */
export function writeXlsx(sheets: Sheet[]): Readable {
  const zip = new yazl.ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(head + text), name)
  add('[Content_Types].xml', contentTypes(sheets.length))
  add('_rels/.rels', relations([[`${office}/officeDocument`, 'xl/workbook.xml']]))
  add('xl/workbook.xml', workbook(sheets))
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, i): [string, string] => [`${office}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
      [`${office}/styles`, 'styles.xml'],
    ]),
  )
  add('xl/styles.xml', styles)
  for (const [i, sheet] of sheets.entries())
    zip.addReadStream(Readable.from(sheetXml(sheet)), `xl/worksheets/sheet${i + 1}.xml`)
  zip.end()
  return zip.outputStream as Readable
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageOf = 'http://schemas.openxmlformats.org/package/2006'

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`
  const sheets = Array.from({ length: count }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet'))
  return `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${sheets.join('')}</Types>`
}

const relations = (list: [string, string][]): string =>
  `<Relationships xmlns="${packageOf}/relationships">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (sheets: Sheet[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map(
      ({ name }, i) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
    )
    .join('')}</sheets></workbook>`

// 1: bold, of heads. 2: text, so that long numbers keep their digits. 3: text behind an apostrophe, which nothing calculates.
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`

async function* sheetXml({ rows }: Sheet): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="40" width="20" customWidth="1"/></cols><sheetData>`
  let number = 0
  let text = ''
  for await (const row of rows) {
    number++
    text += `<row r="${number}">${row.map((cell) => cellXml(cell, number === 1)).join('')}</row>`
    if (text.length > 32_768) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData></worksheet>`
}

/** What a spreadsheet might calculate, were it typed. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

function cellXml(cell: Cell, isHead: boolean): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  const style = isHead ? 1 : looksLikeFormula(cell) ? 3 : 2
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell.slice(0, 32_767))}</t></is></c>`
}

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"]/g, (letter) => names[letter] ?? '')
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
