/**
 * Where the page after this one begins, for an engine that counts: `o24`. Every engine understands it, so that whoever
 * pages goes on at the same place when the engine that began is not there.
 */
export const markOf = (position: number): string => `o${position}`

/** The place that such a mark names; null for anything else. */
export function positionOf(after: string | null): number | null {
  const [, position] = /^o(\d{1,5})$/.exec(after ?? '') ?? []
  return position === undefined ? null : Number(position)
}
