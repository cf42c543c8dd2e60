import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Bar } from './bars.ts'
import { ean13, ean13Bars } from './ean13.ts'
import { itf14, itfBars } from './itf14.ts'
import { printable } from './label.ts'
import { type QrCode, qrQuiet } from './qr-code.ts'

export type Paper = PDFKit.PDFDocument
export type Box = { x: number; y: number; width: number; height: number }
/** `least` is how far letters may shrink, as a part of their size, before words end in dots. */
type Lettering = { size: number; least?: number; isBold?: boolean; align?: 'left' | 'right' | 'center' }

const { resolve } = createRequire(import.meta.url)
const fontFile = (weight: 400 | 700): string =>
  resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-${weight}-normal.woff`)

const points = 72 / 25.4
export const mm = (millimetres: number): number => millimetres * points

/** An empty document whose pages have no margin of their own. */
export function newPaper(title: string, at: Date): Paper {
  const info = { Title: printable(title), CreationDate: at }
  const paper = new PDFDocument({ autoFirstPage: false, margin: 0, lang: 'id-ID', displayTitle: true, info })
  paper.registerFont('plain', fontFile(400))
  paper.registerFont('bold', fontFile(700))
  return paper
}

/** Words in a box, in millimetres. */
export function write(paper: Paper, text: string, box: Box, lettering: Lettering): void {
  const { isBold = false, align = 'left', least = 0.75 } = lettering
  const words = printable(text)
  const height = mm(box.height)
  const options = { width: mm(box.width), lineGap: 0 }
  let size = lettering.size
  paper.font(isBold ? 'bold' : 'plain').fontSize(size)
  while (size > lettering.size * least && paper.heightOfString(words, options) > height) {
    size -= 0.25
    paper.fontSize(size)
  }
  paper.text(words, mm(box.x), mm(box.y), { ...options, align, height, ellipsis: '…' })
}

type Symbol = { x: number; y: number; module: number; height: number }

function fillBars(paper: Paper, bars: Bar[], { x, y, module, height }: Symbol, longer = 0): void {
  for (const { at, width, isLong } of bars)
    paper.rect(mm(x + at * module), mm(y), mm(width * module), mm(height + (isLong ? longer : 0)))
  paper.fill('black')
}

/** An EAN-13 with its number below; `x` is where its white begins, `height` that of the short bars. */
export function drawEan13(paper: Paper, gtin: string, symbol: Symbol, size: number): void {
  const { module, height, y } = symbol
  const x = symbol.x + ean13.quietLeft * module
  fillBars(paper, ean13Bars(gtin), { ...symbol, x }, 5 * module)
  paper.font('plain').fontSize(size)
  const below = mm(y + height + module * 0.8)
  const spread = (digits: string, from: number, modules: number) => {
    const each = (modules * module) / digits.length
    for (const [i, digit] of [...digits].entries())
      paper.text(digit, mm(from + i * each), below, { width: mm(each), align: 'center', lineBreak: false })
  }
  spread(gtin.slice(0, 1), x - 9 * module, 7)
  spread(gtin.slice(1, 7), x + 3 * module, 42)
  spread(gtin.slice(7), x + 50 * module, 42)
}

/** An ITF-14 in its frame of bearer bars; `x` and `y` are the frame's outer corner. */
export function drawItf14(paper: Paper, digits: string, symbol: Symbol, bearer: number): Box {
  const { x, y, module, height } = symbol
  const { bars, width } = itfBars(digits)
  const outer = {
    x,
    y,
    width: (width + 2 * itf14.quiet) * module + 2 * bearer,
    height: height + 2 * bearer,
  }
  fillBars(paper, bars, { x: x + bearer + itf14.quiet * module, y: y + bearer, module, height })
  const half = bearer / 2
  paper
    .lineWidth(mm(bearer))
    .lineJoin('miter')
    .rect(mm(x + half), mm(y + half), mm(outer.width - bearer), mm(outer.height - bearer))
    .stroke('black')
  return outer
}

/** A QR code in a square, its white included. */
export function drawQr(
  paper: Paper,
  { modules, runs }: QrCode,
  at: { x: number; y: number; side: number },
): void {
  const module = at.side / (modules + 2 * qrQuiet)
  const [x, y] = [at.x + qrQuiet * module, at.y + qrQuiet * module]
  for (const run of runs)
    paper.rect(mm(x + run.at * module), mm(y + run.row * module), mm(run.width * module), mm(module))
  paper.fill('black')
}
