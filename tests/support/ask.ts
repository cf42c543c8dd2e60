import { openSession } from '#app/domain/access/sessions.server.ts'
import { sessionCookie } from '#app/platform/cookies.server.ts'
import { db } from '#app/platform/db.server.ts'

type Who = { personId: string; membershipId: string }

/** The cookie of somebody who is signed in. */
export async function cookieOf({ personId, membershipId }: Who): Promise<string> {
  const { token } = await openSession(
    db,
    { personId, membershipId, device: 'test', isKnownDevice: false },
    new Date(),
  )
  const [cookie = ''] = (await sessionCookie.serialize(token)).split(';')
  return cookie
}

/** What a loader is given for a GET. */
export async function get(url: string, who?: Who, params: Record<string, string> = {}) {
  const headers = who ? { cookie: await cookieOf(who) } : undefined
  return { request: new Request(`http://test${url}`, { headers }), params, context: {} }
}

/** What an action is given for a form sent by `who`, with their membership in it. */
export async function post(
  url: string,
  who: Who,
  fields: Record<string, string> | FormData,
  params: Record<string, string> = {},
) {
  const body =
    fields instanceof FormData ? fields : new URLSearchParams({ membershipId: who.membershipId, ...fields })
  if (fields instanceof FormData && !fields.has('membershipId')) fields.set('membershipId', who.membershipId)
  const request = new Request(`http://test${url}`, {
    method: 'POST',
    body,
    headers: { cookie: await cookieOf(who) },
  })
  return { request, params, context: {} }
}
