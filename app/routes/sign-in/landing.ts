import type { Actor } from '#app/domain/access/actors.ts'
import { paths } from '#app/paths.ts'

type Kind = Actor['kind']

const portals: Record<Kind, string> = {
  cooperative: paths.cooperative.home,
  producer: paths.producer.home,
  retail_chain: paths.retail.home,
  agency: paths.city.home,
  operator: paths.operator.home,
}
const kinds = Object.keys(portals) as Kind[]

/** The portal of an organisation of that kind. */
export const portalOf = (kind: Kind): string => portals[kind]

/** A path on this site, or undefined: never a way to somebody else's. */
export function backPath(text: string | null): string | undefined {
  const here = 'http://here'
  if (!text?.startsWith('/') || !URL.canParse(text, here)) return undefined
  const url = new URL(text, here)
  // A browser reads the backslash of `/\elsewhere` as a slash, and so does URL.
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined
}

/** Whose portal the path lies in, if it lies in one. */
export function kindOf(path: string | undefined): Kind | undefined {
  return kinds.find((kind) => path === portals[kind] || path?.startsWith(`${portals[kind]}/`))
}

/** Where somebody goes who has just come in: back, unless that is the portal of another kind. */
export function landing(kind: Kind, back: string | undefined): string {
  const theirs = kindOf(back)
  return back && (theirs === undefined || theirs === kind) ? back : portalOf(kind)
}
