type Unit = { unit: string; times: number }
const units: Record<string, Unit> = {}
const sameUnit = (words: string, unit: string, times: number) => {
  for (const word of words.split(' ')) units[word] = { unit, times }
}
sameUnit('g gr grm gram grams gm', 'g', 1)
sameUnit('ons', 'g', 100)
sameUnit('kg kilo kilogram kilos kgs', 'g', 1000)
sameUnit('ml mili mililiter milliliter cc', 'ml', 1)
sameUnit('l lt ltr lit liter litre', 'ml', 1000)
sameUnit('pcs pc pieces piece biji buah butir bungkus bks bgks sachet saset sct', '', 1)
sameUnit('lusin', '', 12)
sameUnit('kodi', '', 20)

const inWords: Record<string, string> = {
  setengah: '1/2',
  separuh: '1/2',
  seperempat: '1/4',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  sepuluh: '10',
}
const unitWords = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|')
const numberWord = new RegExp(`\\b(${Object.keys(inWords).join('|')})(?=\\s+(?:${unitWords})\\b)`, 'g')
const one = /\bse(kilogram|kilo|liter|ons|lusin|kodi|bungkus)\b/g
const quantity = new RegExp(
  `(?<![\\d.,])(\\d{1,9}(?:[.,]\\d{1,6})?)(?:\\s+(\\d))??(?:\\s?/\\s?(\\d{1,3}))?[\\s-]{0,3}(${unitWords})(?![a-z0-9])`,
  'g',
)

/** Fractions as figures: to be called before the text is decomposed, where `1½` would become `11/2`. */
export const withFractions = (text: string): string =>
  text.replace(/(\d)?\s?([½¼¾⅓⅔])/g, (_, whole: string | undefined, sign: string) =>
    `${whole ?? ''} ${sign.normalize('NFKD').replace('\u2044', '/')} `.trimStart(),
  )

/**
 * A text in which quantities are in grams and millilitres, pieces are bare numbers, and a barcode is one word.
 *
 * `1,5 kg` and `1 1/2 kg` are `1500g`, `8 pcs` is `8`, `5x20gr` is `5 x 20g`, `7cm` is `7 cm`.
 */
export function withQuantities(text: string): string {
  return text
    .replace(/(?<!\d)\d(?:[ -]?\d){12}(?!\d|[ -]\d)/g, (code) => code.replace(/[ -]/g, ''))
    .replace(/(\d)\s?[x×*]\s?(?=\d)/g, '$1 x ')
    .replace(one, '1 $1')
    .replace(numberWord, (word) => inWords[word] ?? word)
    .replace(quantity, measured)
    .replace(/(\d)(cm|mm|inch|tangkai|lembar|tablet|kapsul)\b/g, '$1 $2')
}

function measured(
  _: string,
  number: string,
  top: string | undefined,
  bottom: string | undefined,
  word: string,
) {
  const { unit, times } = units[word] ?? { unit: word, times: 1 }
  // 1.000 g is a thousand; so is 1,000 g, because nobody weighs thousandths of a gram.
  const isThousands = /^\d{1,3}\.\d{3}$/.test(number) || (times === 1 && /^\d{1,3},\d{3}$/.test(number))
  const value = Number(isThousands ? number.replace(/[.,]/, '') : number.replace(',', '.'))
  const divisor = Number(bottom) || 1
  const all = top === undefined ? value / divisor : value + Number(top) / divisor
  return ` ${Math.round(all * times)}${unit} `
}
