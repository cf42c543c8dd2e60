import { z } from 'zod'
import { key } from '#app/messages/say.ts'
import { isId } from '#app/platform/ids.ts'

export const importKinds = ['products', 'prices', 'stock', 'members', 'photos'] as const

const importId = z.string(key('form.invalid')).refine((text) => isId('import', text), key('form.invalid'))

export const startImportForm = z.object({
  importId,
  kind: z.enum(importKinds, key('form.invalid')),
  file: z.instanceof(File, { message: key('import.file_missing') }),
})

const proposal = z.array(z.string().max(60)).max(2_000).default([])

export const approveImportForm = z.object({
  intent: z.enum(['approve', 'approve_all'], key('form.invalid')),
  proposal,
})
export const changeImportForm = z.object({
  intent: z.enum(['save', 'approve', 'approve_all'], key('form.invalid')),
  proposal,
})
