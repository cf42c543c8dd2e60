// What of a member is not known yet, and what it keeps the member from.

export type Known = {
  hasConsent: boolean
  hasNib: boolean
  hasNik: boolean
  hasAccount: boolean
  isPkp: boolean
  hasStatement: boolean
  story: string
  photos: number
  categories: number
}

export const gaps = ['consent', 'account', 'nib', 'nik', 'statement', 'photo', 'story', 'categories'] as const
export type Gap = (typeof gaps)[number]

/** What is missing, what costs the member most first. A PKP states no small turnover. */
export function gapsOf(known: Known): Gap[] {
  const isMissing: Record<Gap, boolean> = {
    consent: !known.hasConsent,
    account: !known.hasAccount,
    nib: !known.hasNib,
    nik: !known.hasNik,
    statement: !known.isPkp && !known.hasStatement,
    photo: known.photos === 0,
    story: known.story === '',
    categories: known.categories === 0,
  }
  return gaps.filter((gap) => isMissing[gap])
}
