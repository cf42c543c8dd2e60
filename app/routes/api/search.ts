import type { LoaderFunctionArgs } from '@remix-run/node'
import { listOrigins } from '#app/domain/catalogue/offer-queries.server.ts'
import { searchCatalogue } from '#app/domain/search/search-catalogue.server.ts'
import { t } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { isPersonal, questionOf, readChoice } from '../search-choice.ts'
import { publicOrigin, publicPage } from '../storefront/public.server.ts'
import { answerOf } from './answer.ts'
import { limits, type Problem } from './answer-schema.ts'
import { answersPerMinute } from './limited.server.ts'

const limited = answersPerMinute(120)

/** Open to every site: there is nothing here that needs to know who asks. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** GET /api/v1/search: the catalogue as JSON, by the same parameters and the same code as its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const limit = readLimit(params)
  if (limit === null)
    return refuse({
      type: 'urn:rak-lokal:bad-limit',
      title: t('api.bad_request'),
      status: 400,
      detail: t('api.bad_limit'),
    })
  const wait = await limited(context)
  if (wait !== null)
    return refuse(
      {
        type: 'urn:rak-lokal:too-many',
        title: t('api.too_many'),
        status: 429,
        detail: t('api.too_many_detail'),
      },
      { 'Retry-After': String(wait * 60) },
    )
  const choice = readChoice(params)
  const at = new Date()
  const found = await searchCatalogue(db, questionOf(choice, limit), at)
  const slugs = found.cards.map(({ slug }) => slug)
  const origins = await listOrigins(db, slugs, dayOf(at))
  const cache = isPersonal(choice) || found.isLimited ? { 'Cache-Control': 'private, no-store' } : publicPage
  return Response.json(answerOf(found, origins, publicOrigin() ?? ''), { headers: { ...open, ...cache } })
}

/** The number asked for; null where it is none, or too small or large. */
function readLimit(params: URLSearchParams): number | null {
  const text = params.get('limit')
  if (text === null) return limits.usual
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return limit >= limits.least && limit <= limits.most ? limit : null
}

function refuse(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { ...open, ...headers, 'Content-Type': 'application/problem+json' },
  })
}
