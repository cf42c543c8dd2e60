/** Words as a part of LIKE that means them only: `%` and `_` are what somebody typed, not wildcards. */
export const literally = (words: string): string => words.replace(/[\\%_]/g, '\\$&')
