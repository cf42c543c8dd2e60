/** A word without its vowels, each consonant once: `keripik` and `krpk` have the same. Migration 000770 indexes it. */
export const withoutVowels = (word: string): string => word.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1')

const taken: Record<string, string> = { c: 'k', q: 'k', f: 'p', v: 'p', z: 'j' }

/** A word with one letter for those that are taken for each other. Migration 000770 indexes it. */
export const bySound = (word: string): string => word.replace(/[cqfvz]/g, (letter) => taken[letter] ?? letter)
