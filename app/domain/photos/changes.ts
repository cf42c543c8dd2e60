import type { ShownPhoto } from './rules.ts'

/** What a proposal does to one photo. `wasAt` is its place among the published ones. */
export type PhotoChange<Of extends ShownPhoto> = {
  photo: Of
  isNew: boolean
  wasAt: number | null
  /** The words that it had, where they are others now. */
  altBefore: string | null
}

/** Photo by photo what a proposal shows, in its order, and which published ones it takes away. */
export function photoChangesOf<Of extends ShownPhoto>(published: Of[], proposed: Of[]) {
  const shown = proposed.map((photo): PhotoChange<Of> => {
    const wasAt = published.findIndex(({ id }) => id === photo.id)
    const before = published[wasAt]
    return {
      photo,
      isNew: !before,
      wasAt: before ? wasAt : null,
      altBefore: before && before.alt !== photo.alt ? before.alt : null,
    }
  })
  const removed = published.flatMap((photo, at) =>
    proposed.some(({ id }) => id === photo.id) ? [] : [{ photo, at }],
  )
  const isChanged =
    removed.length > 0 || shown.some(({ wasAt, altBefore }, at) => wasAt !== at || altBefore !== null)
  return { shown, removed, isChanged }
}
