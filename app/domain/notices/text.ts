import { say } from '#app/messages/say.ts'
import { isKind } from './kinds.ts'

/** A notice in words, from its kind and what was written down; null for a kind that this version does not know. */
export function textOf({ kind, said }: { kind: string; said: unknown }): string | null {
  if (!isKind(kind) || !isSaid(said)) return null
  // The values were typed when they were told (tell.server.ts); a name that is missing is left out of the text.
  return say({ ...said, key: `notice.${kind}` } as Parameters<typeof say>[0])
}

const isSaid = (said: unknown): said is Record<string, string | number> =>
  typeof said === 'object' && said !== null && !Array.isArray(said)
