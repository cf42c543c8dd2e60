// Numbers whose form was read nowhere in a text: what is no number at all is refused, what looks unusual is only said.
import type { Message } from '#app/messages/say.ts'
import type { Read } from './gtin.ts'

/** A number as it is printed: letters, digits and what stands between them, in capitals and single spaces. */
export function readAsPrinted(written: string): Read {
  const value = written.toUpperCase().replace(/\s+/g, ' ').trim()
  if (!/^[A-Z0-9][A-Z0-9 ./-]*$/.test(value) || (value.match(/\d/g) ?? []).length < 3)
    return { problem: { key: 'printed.shape' } }
  if (value.length > 60) return { problem: { key: 'printed.long' } }
  return { value }
}

/** A trade mark: registered it is `IDM` and 9 digits, and an application has a number of its own. */
export function readMerek(written: string): Read {
  const joined = written.toUpperCase().replace(/[\s.-]/g, '')
  return /^IDM\d*$/.test(joined) && joined.length !== 12
    ? { problem: { key: 'merek.count', count: joined.length - 3 } }
    : readAsPrinted(/^(IDM|DID|JID|D00|J00)\d+$/.test(joined) ? joined : written)
}

// As on certificates that were seen; no rule says that there are no others.
const usual = {
  merek: /^(IDM\d{9}|[DJ]ID\d{10}|[DJ]00\d{10})$/,
  nkv: /^[A-Z]{2,5}-?\d{4,10}-?\d{2,4}$/,
} as const

/** What an officer should look at again before it is sent; nothing where the form of a number is not known. */
export function unusual(kind: 'merek' | 'nkv' | 'psat' | 'organik', value: string): Message | null {
  if (kind === 'merek') return usual.merek.test(value) ? null : { key: 'merek.unusual' }
  if (kind === 'nkv') return usual.nkv.test(value.replace(/[ .]/g, '')) ? null : { key: 'nkv.unusual' }
  return null
}
