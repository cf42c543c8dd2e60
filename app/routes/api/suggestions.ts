import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggest } from '#app/domain/suggestions/suggest.server.ts'
import { say } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'
import { cacheOf } from '../storefront/public.server.ts'
import { answersPerMinute } from './limited.server.ts'
import { groupsOf } from './suggestion-groups.ts'

/** A village behind one address types too: ten people, a letter every two seconds. */
const limited = answersPerMinute(300)

/** What the search box suggests, as it is shown: groups of options with their texts and addresses. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const wait = await limited(context)
  if (wait !== null) {
    const said = say({ key: 'search.too_many', minutes: wait })
    return Response.json({ said }, { status: 429, headers: { 'Retry-After': String(wait * 60) } })
  }
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const found = await suggest(db, typed, new Date())
  return Response.json({ groups: groupsOf(found) }, { headers: cacheOf(found.isLimited) })
}
