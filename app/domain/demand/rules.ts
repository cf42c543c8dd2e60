import { soughtWords } from '#app/domain/search/normalise.ts'

/** How long it is kept what was looked for. */
export const keptDays = 90
/**
 * Asked fewer times than this, it is shown to nobody. An address counts once a day, so these are three people, or one who
 * came back on three days: enough for those who sell, too little to be public (see `listPopular`).
 */
export const fewestTimes = 3

const longest = 80
const fewestLetters = 2

/**
 * The words by which a query is counted, the same for every way to type them; null for what is not counted because it
 * says nothing, or could be about a person: an address, or digits enough for a phone or an identity card.
 */
export function countedWords(text: string): string | null {
  const typed = text.slice(0, 200)
  if (/@|:\/\/|www\./i.test(typed) || /\d{6}/.test(typed.replace(/[^\p{L}\d]/gu, ''))) return null
  const words = soughtWords(typed).join(' ')
  if (/\d{6}/.test(words.replaceAll(' ', ''))) return null
  return words.length >= fewestLetters && words.length <= longest && /[a-z]{2}/.test(words) ? words : null
}
