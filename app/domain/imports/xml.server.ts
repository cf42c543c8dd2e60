import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileProblem } from './file-problem.ts'

export type XmlEvent =
  | { open: string; attributes: Record<string, string> }
  | { text: string }
  | { close: string }

const longestPiece = 2_000_000

/**
 * The tags and texts of an XML file, without their namespaces, as it is unpacked. Nothing it names is fetched or replaced.
 *
 * @throws FileProblem for a document type, which is where entities are declared, and for what is no XML.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<XmlEvent[]> {
  let found: XmlEvent[] = []
  let problem: FileProblem | undefined
  const broken = () => {
    problem ??= new FileProblem({ key: 'import.xlsx_broken' })
  }
  const parser = new SaxesParser()
  parser.on('error', broken)
  parser.on('doctype', broken)
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    found.push({ open: local(name), attributes })
  })
  parser.on('closetag', ({ name }) => found.push({ close: local(name) }))
  parser.on('text', (text) => found.push({ text }))
  parser.on('cdata', (text) => found.push({ text }))
  const decoder = new TextDecoder('utf-8')
  const events = () => {
    if (problem) throw problem
    const given = found
    found = []
    return given
  }
  let silent = 0
  for await (const chunk of chunks) {
    // A text or a tag that never ends would be kept whole.
    silent += chunk.length
    if (silent > longestPiece) broken()
    parser.write(decoder.decode(chunk, { stream: true }))
    if (found.length) silent = 0
    yield events()
  }
  parser.write(decoder.decode())
  parser.close()
  yield events()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
