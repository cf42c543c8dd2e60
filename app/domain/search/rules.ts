import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { isId } from '#app/platform/ids.ts'

const phrase = z
  .string(key('text.missing'))
  .transform((text) => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(2, key('synonym.short')).max(60, key('text.long')))
const id = z.string().refine((text) => isId('synonym', text))

/** `id` comes with the form, so that it may be sent twice. */
export const addSynonymForm = z.object({
  intent: z.literal('add'),
  id,
  phrase,
  also: phrase,
  isMutual: z.boolean().optional(),
})
export type AddSynonym = z.output<typeof addSynonymForm>

export const removeSynonymForm = z.object({ intent: z.literal('remove'), id })

export const changeSynonymsForm = z.discriminatedUnion('intent', [addSynonymForm, removeSynonymForm])

/** Every query reads them all. */
export const mostSynonyms = 1_000
/** How many words a phrase may have; longer ones nobody types. */
export const mostPhraseWords = 5
