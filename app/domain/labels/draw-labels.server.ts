import { setImmediate } from 'node:timers/promises'
import { say, t } from '#app/messages/say.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { cartonNumberOf, formatCartonNumber } from './itf14.ts'
import type { Label } from './label.ts'
import { cartonLayout, type PackLayout, packLayouts } from './layouts.ts'
import { type Box, drawEan13, drawItf14, drawQr, mm, newPaper, type Paper, write } from './paper.server.ts'
import { type QrCode, qrCodeOf } from './qr-code.ts'
import { placeOf, type Sheet, type SheetName, sheets } from './sheets.ts'

export type LabelSheet = { sheet: SheetName; count: number; skip: number; address: string; at: Date }

/** The same label as often as asked, as a PDF of the paper's own size; symbols are drawn, never pictures. */
export async function drawLabels(label: Label, { sheet: name, ...print }: LabelSheet): Promise<Buffer> {
  const sheet: Sheet = sheets[name]
  const title = say({ key: 'label.file_title', name: label.name, lot: label.lotCode })
  const paper = newPaper(title, print.at)
  const bytes = collect(paper)
  const qr = qrCodeOf(print.address)
  let pages = 0
  for (let number = print.skip; number < print.skip + print.count; number++) {
    const { page, x, y } = placeOf(sheet, number)
    for (; pages <= page; pages++) {
      // Ten sheets take a second; others are answered between them.
      await setImmediate()
      paper.addPage({ size: [mm(sheet.page.width), mm(sheet.page.height)], margin: 0 })
    }
    paper.save().translate(mm(x), mm(y))
    if (sheet.layout === 'carton') drawCarton(paper, label, qr)
    else drawPack(paper, label, qr, packLayouts[sheet.layout])
    paper.restore()
  }
  paper.end()
  return bytes
}

function drawPack(paper: Paper, label: Label, qr: QrCode, layout: PackLayout): void {
  const { text, name, maker, bestBefore, lot, price, ean } = layout
  write(paper, label.name, { ...text, ...name }, { size: name.size, isBold: true })
  // Where both do not fit, the village is behind the code.
  const from = maker.hasVillage ? fromOf(label) : label.producerName
  write(paper, from, { ...text, ...maker }, maker)
  const until = say({ key: 'label.best_before', day: formatDay(label.bestBefore) })
  write(paper, until, { ...text, ...bestBefore }, { ...bestBefore, isBold: true })
  // A price is never cut, however small it gets.
  write(paper, formatRupiah(label.price), price, { ...price, least: 0.4, isBold: true })
  const mark = label.isInStoreCode ? say({ key: 'label.lot_in_store', lot: label.lotCode }) : label.lotCode
  write(paper, mark, lot, { size: lot.size, align: price.align })
  drawQr(paper, qr, layout.qr)
  drawEan13(paper, label.gtin, ean, ean.size)
}

const fromOf = ({ producerName, villageName }: Label): string =>
  say({ key: 'label.from', producer: producerName, village: villageName })

function drawCarton(paper: Paper, label: Label, qr: QrCode): void {
  const at = cartonLayout
  const line = (
    text: string,
    place: Partial<Box> & { y: number; height: number; size: number },
    isBold = false,
  ) => write(paper, text, { ...at.text, ...place }, { size: place.size, isBold })
  line(label.name, at.name, true)
  line(say({ key: 'label.amount', units: label.unitsPerCarton, content: label.netContent }), at.amount)
  line(fromOf(label), at.maker)
  line(label.cooperativeName, at.cooperative)
  line(t('label.best_before_name'), at.bestBeforeName)
  line(formatDay(label.bestBefore), at.bestBefore, true)
  line(t('label.lot_name'), at.lotName)
  line(label.lotCode, at.lot, true)
  drawQr(paper, qr, at.qr)
  write(paper, t('label.qr_help'), at.qrHelp, { size: at.qrHelp.size, align: 'center' })
  if (label.isInStoreCode) {
    line(say({ key: 'label.carton_in_store', gtin: label.gtin }), at.inStore)
    return
  }
  const digits = cartonNumberOf(label.gtin)
  drawItf14(paper, digits, at.itf, at.itf.bearer)
  const number = { ...at.text, ...at.number }
  write(paper, formatCartonNumber(digits), number, { size: at.number.size, align: 'center' })
}

function collect(paper: Paper): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    paper.on('data', (part: Buffer) => parts.push(part))
    paper.on('end', () => resolve(Buffer.concat(parts)))
    paper.on('error', reject)
  })
}
