// What a sheet of an XLSX is read with: where it lies, the texts it shares, and which of its numbers are days.
import { FileProblem } from './file-problem.ts'
import { limits } from './limits.ts'
import type { Packed } from './open-zip.server.ts'
import { readXml, type XmlEvent } from './xml.server.ts'

export type Book = { sheet: string; texts: string[]; isDay: (style: number) => boolean; is1904: boolean }

/**
 * @throws FileProblem for macros, a locked book, and for what is no table.
 */
export async function openBook(packed: Packed): Promise<Book> {
  const { names } = packed
  if (
    names.some(
      (name) => /vbaProject|\.bin$|activeX|macrosheets/i.test(name) && !/printerSettings/i.test(name),
    )
  )
    throw new FileProblem({ key: 'import.macros' })
  if (names.some((name) => /^EncryptedPackage|EncryptionInfo/.test(name)))
    throw new FileProblem({ key: 'import.locked' })
  const types = packed.read('[Content_Types].xml')
  const workbook = packed.read('xl/workbook.xml')
  if (!types || !workbook) throw new FileProblem({ key: 'import.not_a_table' })
  for await (const events of readXml(types))
    for (const event of events)
      if ('open' in event && /macroEnabled/i.test(event.attributes.ContentType ?? ''))
        throw new FileProblem({ key: 'import.macros' })

  let first = ''
  let is1904 = false
  for (const { open, attributes } of await opened(workbook)) {
    if (open === 'sheet' && !first && (attributes.state ?? 'visible') === 'visible')
      first = attributes['r:id'] ?? attributes.id ?? ''
    if (open === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
  }
  return {
    sheet: await placeOf(packed, first),
    texts: await sharedTexts(packed),
    isDay: await dayStyles(packed),
    is1904,
  }
}

async function opened(chunks: AsyncIterable<Buffer> | null) {
  const found: Extract<XmlEvent, { open: string }>[] = []
  if (!chunks) return found
  for await (const events of readXml(chunks))
    for (const event of events) {
      if ('open' in event) found.push(event)
      if (found.length > 100_000) throw new FileProblem({ key: 'import.xlsx_broken' })
    }
  return found
}

async function placeOf(packed: Packed, id: string): Promise<string> {
  const relations = await opened(packed.read('xl/_rels/workbook.xml.rels'))
  const target = relations.find(({ attributes }) => attributes.Id === id)?.attributes.Target
  const name = target?.startsWith('/') ? target.slice(1) : `xl/${target ?? 'worksheets/sheet1.xml'}`
  if (!packed.names.includes(name)) throw new FileProblem({ key: 'import.xlsx_broken' })
  return name
}

async function sharedTexts(packed: Packed): Promise<string[]> {
  const chunks = packed.read('xl/sharedStrings.xml')
  const texts: string[] = []
  if (!chunks) return texts
  let text: string | undefined
  let letters = 0
  let inText = false
  let inRuby = false
  for await (const events of readXml(chunks))
    for (const event of events) {
      if ('open' in event) {
        if (event.open === 'si') text = ''
        if (event.open === 'rPh') inRuby = true
        inText = event.open === 't'
      } else if ('close' in event) {
        if (event.close === 'rPh') inRuby = false
        if (event.close === 'si' && text !== undefined) texts.push(text)
        inText = false
      } else if (inText && !inRuby && text !== undefined) {
        letters += event.text.length
        if (letters > limits.tableLetters) throw new FileProblem({ key: 'import.zip_bomb' })
        text += event.text
      }
    }
  return texts
}

// The numbers that Excel gives its own formats of days and times; others are told by their letters.
const ownDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

async function dayStyles(packed: Packed): Promise<(style: number) => boolean> {
  const formats = new Map<number, string>()
  const styles: number[] = []
  let inStyles = false
  const chunks = packed.read('xl/styles.xml')
  if (!chunks) return () => false
  for await (const events of readXml(chunks))
    for (const event of events) {
      if ('open' in event) {
        const { open, attributes } = event
        if (open === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (open === 'cellXfs') inStyles = true
        if (open === 'xf' && inStyles) styles.push(Number(attributes.numFmtId ?? 0))
      } else if ('close' in event && event.close === 'cellXfs') inStyles = false
      if (styles.length > 65_000 || formats.size > 65_000)
        throw new FileProblem({ key: 'import.xlsx_broken' })
    }
  return (style) => {
    const format = styles[style] ?? 0
    return (
      ownDays.has(format) || /[dy]/i.test((formats.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
    )
  }
}
