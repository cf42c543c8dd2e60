import { data, redirect } from '@remix-run/node'
import type {
  Actor,
  CityMember,
  CooperativeMember,
  Operator,
  ProducerMember,
  RetailMember,
} from '#app/domain/access/actors.ts'
import { readActor } from '#app/domain/access/sessions.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from './paths.ts'
import { sessionCookie } from './platform/cookies.server.ts'
import { db } from './platform/db.server.ts'

/** Who asks, or null. The only place where a request becomes an actor. */
export async function maybeActor(request: Request): Promise<Actor | null> {
  const token = await sessionCookie.parse(request.headers.get('cookie'))
  return typeof token === 'string' ? readActor(db, token, new Date()) : null
}

/** Who asks; otherwise the way to sign in, and back here afterwards. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await maybeActor(request)
  if (actor) return actor
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? pathname + search : undefined))
}

export const requireCooperative = (request: Request) => requireKind<CooperativeMember>(request, 'cooperative')
export const requireProducer = (request: Request) => requireKind<ProducerMember>(request, 'producer')
export const requireRetail = (request: Request) => requireKind<RetailMember>(request, 'retail_chain')
export const requireCity = (request: Request) => requireKind<CityMember>(request, 'agency')
export const requireOperator = (request: Request) => requireKind<Operator>(request, 'operator')

async function requireKind<T extends Actor>(request: Request, kind: T['kind']): Promise<T> {
  const actor = await requireActor(request)
  if (actor.kind !== kind) throw data(t('error.forbidden'), { status: 403 })
  return actor as T
}
