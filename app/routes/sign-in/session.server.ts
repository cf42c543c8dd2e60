import { type AppLoadContext, redirectDocument } from '@remix-run/node'
import type { Visitor } from '#app/domain/access/rules.ts'
import { signOut } from '#app/domain/access/sign-out.server.ts'
import { sessionCookie } from '#app/platform/cookies.server.ts'
import { db } from '#app/platform/db.server.ts'
import { deviceOf } from './device.ts'

/** Who asks, before it is known who that is. */
export function visitorOf(request: Request, context: AppLoadContext): Visitor {
  return {
    address: String(context.address ?? ''),
    device: deviceOf(request.headers.get('user-agent') ?? ''),
  }
}

/** The token of the session in the request's cookie; empty when there is none. */
export async function tokenOf(request: Request): Promise<string> {
  const token: unknown = await sessionCookie.parse(request.headers.get('cookie'))
  return typeof token === 'string' ? token : ''
}

/** Goes on with a new session; the one this browser held before is over. */
export async function enter(request: Request, session: { token: string; expiresAt: Date }, to: string) {
  await signOut(db, await tokenOf(request), new Date())
  const cookie = await sessionCookie.serialize(session.token, { expires: session.expiresAt })
  return redirectDocument(to, { headers: { 'Set-Cookie': cookie } })
}

/** Goes on without a session. */
export async function leave(request: Request, to: string) {
  await signOut(db, await tokenOf(request), new Date())
  const cookie = await sessionCookie.serialize('', { maxAge: 0 })
  return redirectDocument(to, { headers: { 'Set-Cookie': cookie } })
}
