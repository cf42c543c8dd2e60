import { data } from '@remix-run/node'
import { z } from 'zod'
import { t } from '#app/messages/say.ts'

/** Where the public reaches the site. Never taken from the request: pages are kept, and a request can name any host. */
export const publicOrigin = (): string | null => process.env.PUBLIC_ORIGIN ?? null

/**
 * Public pages are the same for everybody. The server keeps them until something changes; a browser asks each time
 * whether it has, and gets the page again only then, so that what was approved a second ago is seen.
 */
export const publicPage = { 'Cache-Control': 'public, no-cache' }

/** A page that says where somebody is, or that is so only for the moment: kept nowhere, by nobody. */
export const cacheOf = (isPersonal: boolean): Record<string, string> =>
  isPersonal ? { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } : publicPage

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/)

/** The name in the address; what cannot be one is not found. */
export function slugOf(params: Record<string, string | undefined>): string {
  const found = slug.safeParse(params.slug)
  if (!found.success) throw data(t('error.not_found'), { status: 404 })
  return found.data
}
