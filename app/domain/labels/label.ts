import type { Day } from '#app/platform/calendar.ts'
import type { Rupiah } from '#app/platform/money.ts'

/** Everything that stands on a label, on paper of any size. */
export type Label = {
  name: string
  producerName: string
  villageName: string
  cooperativeName: string
  gtin: string
  isInStoreCode: boolean
  netContent: string
  price: Rupiah
  unitsPerCarton: number
  lotCode: string
  bestBefore: Day
}

// What the embedded font has: Latin as Indonesian and its neighbours write it, and the usual signs.
const inFont = /[ -~¡-¬®-ÿŒœ–—‘’“”…€™−]/

/** A text as the label's font can print it. Accents it lacks are dropped, other letters become a question mark. */
export function printable(text: string): string {
  return [
    ...text
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  ]
    .map((letter) => {
      if (inFont.test(letter)) return letter
      const [bare = ''] = letter.normalize('NFKD')
      return inFont.test(bare) ? bare : '?'
    })
    .join('')
    .replace(/\?{2,}/g, '?')
}
