import { derived, isLexicalDouble } from './affixes.ts'
import { food } from './spellings-food.ts'
import { goods } from './spellings-goods.ts'
import { plants } from './spellings-plants.ts'
import { phrases, qualities } from './spellings-words.ts'

const bySpelling = new Map<string, string>()
for (const [word, others] of Object.entries({ ...plants, ...food, ...goods, ...qualities })) {
  bySpelling.set(word, word)
  for (const other of others.split(' ')) bySpelling.set(other, word)
}
/** By sound, where two words of the table do not sound alike. */
const bySound = new Map<string, string | null>()
for (const [other, word] of bySpelling) {
  const sound = soundOf(other)
  const taken = bySound.get(sound)
  bySound.set(sound, taken === undefined || taken === word ? word : null)
}

/**
 * The one spelling under which a word is kept and sought.
 *
 * Only words of the table are merged with each other. Others lose doubled letters, old spelling (`oe`, `dj`, `tj`) and
 * what is hung behind a long word (`-nya`), on both sides alike.
 */
export function spelt(word: string): string {
  let before = word
  for (let turn = 0; turn < 8; turn++) {
    const after = known(before) ?? modern(before)
    if (after === before) break
    before = after
  }
  return before
}

function known(word: string): string | undefined {
  const found = bySpelling.get(word) ?? derived.get(word)
  if (found) return found
  return singular(word) ?? bare(word) ?? undoubled(word) ?? (bySound.get(soundOf(word)) || undefined)
}

/** English plurals of words in the table. */
function singular(word: string): string | undefined {
  if (!word.endsWith('s')) return undefined
  return (
    bySpelling.get(word.slice(0, -1)) ??
    bySpelling.get(word.replace(/es$/, '')) ??
    bySpelling.get(word.replace(/ies$/, 'y'))
  )
}

/** Without a particle behind it: `keripiknya`, `sambalku`. `jamu` and `buku` have none. */
function bare(word: string): string | undefined {
  const [, stem = '', particle] = /^([a-z]{3,})(nya|ku|mu|lah|kah|pun)$/.exec(word) ?? []
  if (!particle) return undefined
  return (
    bySpelling.get(stem) ?? derived.get(stem) ?? (particle === 'nya' && stem.length > 4 ? stem : undefined)
  )
}

/** `kuekue`, `sayursayuran`: several of one thing are the thing. `gulagula` is sweets, `kudakudaan` a toy. */
function undoubled(word: string): string | undefined {
  const [, half = ''] = /^([a-z]{3,})\1(?:an)?$/.exec(word) ?? []
  return half && !isLexicalDouble(word) ? bySpelling.get(half) : undefined
}

/** Two words that sound alike to who reads Indonesian aloud have one sound. */
function soundOf(word: string): string {
  return modern(word)
    .replace(/([aeiou])\1+/g, '$1')
    .replace(/([tdbk])h/g, '$1')
    .replace(/ph|v/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/ie$/, 'i')
}

/** Without old spelling and doubled letters; `ngg` is no doubled letter. */
function modern(word: string): string {
  return word
    .replace(/(?<!n)(g)\1+|([b-df-hj-np-tv-z])\2+|([aeiou])\3{2,}/g, '$1$2$3')
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
}

const shortestPart = 4

/** A word as it is spelt; two words of the table that were run together, `kripikapel`, as two. */
export function speltApart(word: string): string[] {
  const whole = spelt(word)
  if (whole.length < 2 * shortestPart || bySpelling.has(whole)) return [whole]
  for (let cut = whole.length - shortestPart; cut >= shortestPart; cut--) {
    const [left, right] = [bySpelling.get(whole.slice(0, cut)), bySpelling.get(whole.slice(cut))]
    if (left && right && left !== right) return [left, right]
  }
  return [whole]
}

const longest = Math.max(...phrases.map(([said]) => said.split(' ').length))
const meant = new Map(phrases.map(([said, is]) => [said.split(' ').map(spelt).join(' '), is.split(' ')]))

/** Spelt words with each known phrase as the words it means, longer phrases first, from left to right. */
export function rephrased(words: readonly string[]): string[] {
  const result: string[] = []
  for (let i = 0; i < words.length; ) {
    let length = Math.min(longest, words.length - i)
    while (length > 0 && !meant.has(words.slice(i, i + length).join(' '))) length--
    result.push(...(meant.get(words.slice(i, i + length).join(' ')) ?? words.slice(i, i + 1)))
    i += Math.max(length, 1)
  }
  return result
}

/** True for a word of the table: it is no mistake, also where no product has it. */
export const isKnown = (word: string): boolean => bySpelling.has(word)

/** Every other spelling with the one it stands for, for comparing mistyped words. */
export const otherSpellings: readonly (readonly [string, string])[] = [...bySpelling].filter(
  ([other, word]) => other !== word,
)
