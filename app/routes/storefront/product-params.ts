import { z } from 'zod'
import { isId } from '#app/platform/ids.ts'

const schema = z.object({
  pack: z
    .string()
    .refine((text) => isId('variant', text))
    .catch(''),
  store: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .catch(''),
})

/** Which pack of the product, and the board of which store; empty where none is named. */
export const productParams = (params: URLSearchParams): z.output<typeof schema> =>
  schema.parse({ pack: params.get('kemasan'), store: params.get('gerai') })
