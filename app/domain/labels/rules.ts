import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { readLotCode } from './lot-code.ts'
import { labelsOn, sheetNames, sheets } from './sheets.ts'

/** As many labels as one file holds: ten sheets of the smallest. */
export const mostLabels = 650

/** A pack and one of its lots as the address names them, `8991234567891.L261101`. */
const packAndLot = z.string(key('label.lot_missing')).transform((text, context) => {
  const [gtin = '', code = ''] = text.split('.')
  const lot = readLotCode(code)
  if (/^\d{13}$/.test(gtin) && lot) return { gtin, lot }
  context.addIssue({ code: 'custom', message: key('label.lot_missing') })
  return z.NEVER
})

const whole = () => z.number(key('number.missing')).int(key('number.whole'))

/** Which labels, on what paper. The names are those of the address, which people keep and share. */
export const printLabelsForm = z
  .object({
    isi: packAndLot,
    kertas: z.enum(sheetNames, key('label.sheet_missing')),
    jumlah: whole().min(1, key('label.none')).max(mostLabels, key('label.too_many')),
    lewati: whole().min(0, key('label.skip_below')).default(0),
  })
  .superRefine(({ kertas, lewati }, context) => {
    const maximum = labelsOn(sheets[kertas]) - 1
    if (lewati <= maximum) return
    const message = maximum ? key('label.skip_too_many') : key('label.skip_on_roll')
    context.addIssue({ code: 'custom', path: ['lewati'], message, maximum })
  })
export type PrintLabels = z.output<typeof printLabelsForm>
