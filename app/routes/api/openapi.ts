import { z } from 'zod'
import { facets } from '#app/domain/search/engine.ts'
import { reaches, usualReach } from '#app/domain/search/near.ts'
import { say, t } from '#app/messages/say.ts'
import { bounds, fieldNames, sorts, sortWord } from '../search-choice.ts'
import { publicOrigin, publicPage } from '../storefront/public.server.ts'
import { limits, problem, searchAnswer } from './answer-schema.ts'

/** GET /api/v1/openapi.json: the description of the API, made from the schemas that its answers are tested with. */
export function loader() {
  const headers = {
    ...publicPage,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  return Response.json(describeApi(publicOrigin() ?? '/'), { headers })
}

export function describeApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: { title: t('api.title'), description: t('api.description'), version: '1' },
    servers: [{ url: origin }],
    paths: {
      '/api/v1/search': {
        get: {
          operationId: 'search',
          summary: t('api.search'),
          description: t('api.search_description'),
          security: [],
          parameters: parameters(),
          responses: {
            200: { description: t('api.found'), headers: tagged, content: json('SearchAnswer') },
            304: { description: t('api.not_modified') },
            400: { description: t('api.bad_limit'), content: problemJson },
            429: {
              description: t('api.too_many'),
              headers: { 'Retry-After': { schema: { type: 'integer' } } },
              content: problemJson,
            },
          },
        },
      },
    },
    components: { schemas: schemas() },
  }
}

const tagged = { ETag: { schema: { type: 'string' } } }
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: reference(name) } })
const problemJson = { 'application/problem+json': { schema: reference('Problem') } }

function schemas() {
  const registry = z.registry<{ id: string }>()
  for (const schema of [
    searchAnswer,
    searchAnswer.shape.items.element,
    searchAnswer.shape.facets.shape.villages.element,
    problem,
  ])
    registry.add(schema, { id: String(schema.meta()?.id) })
  return z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas
}

type Schema = Record<string, unknown>
const query = (name: string, description: string, schema: Schema, more: Schema = {}) => ({
  name,
  in: 'query',
  description,
  required: false,
  schema,
  ...more,
})

const units = {
  fromPrice: 'api.rupiah',
  toPrice: 'api.rupiah',
  mostMinCartons: 'api.cartons',
  mostLeadDays: 'api.days',
  leastShelfLifeDays: 'api.days',
} as const satisfies Record<(typeof bounds)[number], string>

function parameters() {
  return [
    query(fieldNames.words, t('api.q'), { type: 'string', maxLength: 200 }),
    query('limit', t('api.limit'), {
      type: 'integer',
      minimum: limits.least,
      maximum: limits.most,
      default: limits.usual,
    }),
    query(fieldNames.after, t('api.after'), { type: 'string' }),
    query(fieldNames.sort, t('api.sort'), { enum: sorts.map(sortWord), default: sortWord('fitting') }),
    ...facets.map((facet) =>
      query(
        fieldNames[facet],
        say({ key: 'api.facet', facet }),
        { type: 'array', items: { type: 'string' } },
        { style: 'form', explode: true },
      ),
    ),
    ...bounds.map((bound) => query(fieldNames[bound], t(units[bound]), { type: 'integer', minimum: 0 })),
    query(fieldNames.near, t('api.near'), { type: 'string' }),
    query(fieldNames.reach, t('api.reach'), { enum: [...reaches], default: usualReach }),
  ]
}
