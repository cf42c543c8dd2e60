// What stood on a fixture before, drawn again for the next period. Pure.
import { type Draft, place, type Scene } from './draft.ts'

/** What stood on a board until before the period; the last of each place. */
export type StoodBefore = {
  shelfId: string
  variantId: string
  startMm: number
  endMm: number
  facings: number
}

/** The last that stood in each place, of bookings that ended before a period; those that lie on a later one are left out. */
export function lastOf<Booking extends StoodBefore & { endsOn: string }>(bookings: Booking[]): StoodBefore[] {
  const last: StoodBefore[] = []
  for (const { shelfId, variantId, startMm, endMm, facings } of bookings.toSorted((a, b) =>
    a.endsOn < b.endsOn ? 1 : -1,
  )) {
    const isOver = last.some((one) => one.shelfId === shelfId && one.startMm < endMm && startMm < one.endMm)
    if (!isOver) last.push({ shelfId, variantId, startMm, endMm, facings })
  }
  return last.toSorted((a, b) => a.startMm - b.startMm)
}

/** Adds what stood before to a draft, each where it stood; what does not fit there now is counted and left out. */
export function copyBefore(
  draft: Draft,
  scene: Scene,
  before: StoodBefore[],
  idFor: () => string,
): { draft: Draft; copied: number; left: number } {
  let [copied, left] = [0, 0]
  for (const { shelfId, variantId, startMm, facings } of before) {
    const outcome =
      scene.variants[variantId] && place(draft, scene, { id: idFor(), shelfId, variantId, startMm, facings })
    if (outcome?.ok) {
      draft = outcome.draft
      copied++
    } else left++
  }
  return { draft, copied, left }
}
