// Values as people write them in tables. What can be read in two ways is refused with both, never guessed.
import type { Message } from '#app/messages/say.ts'
import { type Day, isDay } from '#app/platform/calendar.ts'
import { parseRupiah, type Rupiah } from '#app/platform/money.ts'

export type Read<T> = { value: T } | { problem: Message }

/** The largest price that is kept. */
const dearest = 999_999_999_999n

/** Text without what surrounds it. Line ends stay only where a field has lines. */
export function readText(text: string, longest: number): Read<string> {
  const value = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  // Control characters, and those that turn the direction of what is read.
  if (/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(value) || !value.isWellFormed())
    return { problem: { key: 'import.control_characters' } }
  return value.length > longest ? { problem: { key: 'text.long', maximum: longest } } : { value }
}

/** `Rp12.500`, `12.500`, `12500`, `12500,00`. `12.5` and `12,5` are not guessed. */
export function readMoney(text: string): Read<Rupiah> {
  const price = parseRupiah(text)
  if (price === null) {
    const said = /^(?:rp\.?\s*)?[\d.,\s]+$/i.test(text.trim()) ? 'import.price_unclear' : 'price.unreadable'
    return { problem: said === 'import.price_unclear' ? { key: said, text: text.trim() } : { key: said } }
  }
  if (price < 1n) return { problem: { key: 'price.nothing' } }
  return price > dearest ? { problem: { key: 'price.too_much' } } : { value: price }
}

/** A whole number of pieces, days, millimetres: `1.200`, `1200`, `60 mm`, `250 gr`. */
export function readWhole(
  text: string,
  least: number,
  most: number,
  units: readonly string[] = [],
): Read<number> {
  const match = /^(\d{1,12}|\d{1,3}(?:\.\d{3})+)(?:,0+)?\s*([a-z]*)\.?$/i.exec(text.trim())
  if (!match) {
    const isSplit = /^\d+[.,]\d+\s*[a-z]*$/i.test(text.trim())
    return {
      problem: isSplit ? { key: 'import.number_unclear', text: text.trim() } : { key: 'number.missing' },
    }
  }
  const unit = (match[2] ?? '').toLowerCase()
  const times = unit === '' ? 1 : timesOf(unit, units)
  if (times === undefined) return { problem: { key: 'import.unit_unknown', unit } }
  const value = Number((match[1] ?? '').replaceAll('.', '')) * times
  return value < least || value > most
    ? { problem: { key: 'import.number_between', least, most } }
    : { value }
}

const sameUnits: Record<string, readonly string[]> = {
  g: ['g', 'gr', 'gram', 'grm'],
  mm: ['mm', 'milimeter'],
  day: ['hari', 'hr'],
  pieces: ['pcs', 'buah', 'bh', 'pc', 'biji', 'pak', 'pack', 'bungkus', 'botol'],
  cartons: ['karton', 'dus', 'krt'],
}
const larger: Record<string, Record<string, number>> = {
  g: { kg: 1000 },
  mm: { cm: 10 },
  day: { bulan: 30, bln: 30, tahun: 365, thn: 365 },
}

function timesOf(unit: string, units: readonly string[]): number | undefined {
  for (const name of units) {
    if (sameUnits[name]?.includes(unit)) return 1
    const times = larger[name]?.[unit]
    if (times) return times
  }
}

const months = 'jan feb mar apr mei jun jul agu sep okt nov des'.split(' ')
const otherMonths: Record<string, number> = {
  pebruari: 2,
  peb: 2,
  may: 5,
  agt: 8,
  ags: 8,
  aug: 8,
  agst: 8,
  oct: 10,
  nop: 11,
  dec: 12,
  maret: 3,
  juni: 6,
  juli: 7,
}

/** `24/11/2026`, `24-11-26`, `24 Nov 2026`, `24 November 2026`, `2026-11-24`, or the number that a sheet counts days with. */
export function readDay(written: string): Read<Day> {
  const text = written.trim().replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?Z?)?$/, '')
  const unreadable = { problem: { key: 'import.day_unreadable', text: text.slice(0, 40) } } as const
  if (/^\d{5}$/.test(text)) {
    const serial = Number(text)
    return serial >= 36_526 && serial < 73_051 ? { value: serialDay(serial) } : unreadable
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  const usual = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  const named = /^(\d{1,2})[-/. ]*([a-z]{3,9})\.?[-/., ]*(\d{4}|\d{2})$/i.exec(text)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : usual
      ? [usual[3], usual[2], usual[1]]
      : named
        ? [named[3], String(monthOf(named[2] ?? '') ?? ''), named[1]]
        : []
  if (!year || !month || !day) return unreadable
  const value = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(value)) {
    // 11/24/2026: the American order, which is another day as often as not.
    return usual && Number(month) > 12 && Number(day) <= 12
      ? { problem: { key: 'import.day_american', text } }
      : unreadable
  }
  return value >= '1990-01-01' && value < '2100-01-01' ? { value } : unreadable
}

const serialDay = (serial: number): Day =>
  new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)

function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase()
  const at = months.indexOf(lower.slice(0, 3)) + 1
  return otherMonths[lower] ?? (at || undefined)
}

const yes = ['ya', 'y', 'iya', 'yes', 'true', 'benar', '1', 'x', 'v', '✓', 'bisa', 'ada', 'sudah']
const no = ['tidak', 't', 'tdk', 'no', 'n', 'false', 'salah', '0', '-', 'belum', 'bukan', 'gak', 'nggak']

export function readYes(text: string): Read<boolean> {
  const word = text.trim().toLowerCase()
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : { problem: { key: 'import.yes_or_no' } }
}

/** A word out of a list, or what people say for it. */
export function readChoice<T extends string>(text: string, choices: Record<T, readonly string[]>): Read<T> {
  const word = plain(text)
  const found = (Object.keys(choices) as T[]).find((choice) =>
    choices[choice].some((said) => plain(said) === word),
  )
  const known = (Object.values(choices) as (readonly string[])[]).map((said) => said[0]).join(', ')
  return found
    ? { value: found }
    : { problem: { key: 'import.choice_unknown', text: text.trim().slice(0, 40), known } }
}

/** A word as it is compared: without case, marks, and what stands between words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
