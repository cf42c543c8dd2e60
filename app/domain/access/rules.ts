import { z } from 'zod'
import { key } from '#app/messages/say.ts'

/** What a person is known by: unique, in one way of writing. */
export type Identifier = { email: string } | { phone: string }

/** Who tries to come in, and on what; takes the place of an actor until there is one. */
export type Visitor = { address: string; device: string }

/**
 * An e-mail address or a phone number as people write it. Null for anything else.
 *
 * `0812 3456 7890`, `62812-3456-7890` and `+6281234567890` are one number.
 */
export function parseIdentifier(text: string): Identifier | null {
  const trimmed = text.trim()
  if (trimmed.includes('@')) {
    const email = z.email().max(254).safeParse(trimmed.toLowerCase())
    return email.success ? { email: email.data } : null
  }
  if (!/^\+?[\d\s.()-]+$/.test(trimmed)) return null
  const phone = trimmed.replace(/[^\d+]/g, '').replace(/^(?:\+620?|00620?|620?|0|(?=8))/, '+62')
  return /^\+[1-9]\d{7,14}$/.test(phone) ? { phone } : null
}

/** The identifier as text: names it in counts, and in what is shown. */
export const textOf = (identifier: Identifier): string =>
  'email' in identifier ? identifier.email : identifier.phone

/** A field for what a person is known by. */
export const identifierField = z
  .string(key('sign_in.identifier_missing'))
  .max(254, key('text.long'))
  .transform((text, context): Identifier => {
    const found = parseIdentifier(text)
    if (found) return found
    context.addIssue({ code: 'custom', message: key('sign_in.identifier_unreadable') })
    return z.NEVER
  })

/** Long enough not to be cut off, short enough not to keep the hash busy. */
const longest = 200
const password = z.string(key('password.missing')).max(longest, key('text.long'))
// Length counts most; what everybody tries first is refused whatever its length.
const usual =
  /^(?:(.)\1+|rak-?lokal|password\d*|passw0rd|sandi\d*|rahasia\d*|indonesia\d*|bismillah\d*|qwerty\w*|12345678\d*|87654321|11223344|abcd1234|iloveyou|sayang\d*)$/i
const newPassword = password
  .min(8, key('password.short'))
  .refine((text) => !usual.test(text), key('password.usual'))

const known = z.boolean().optional()

export const signInForm = z.object({ identifier: identifierField, password, known })
export type SignIn = z.output<typeof signInForm>

export const redeemCodeForm = z.object({
  identifier: identifierField,
  code: z
    .string(key('code.missing'))
    .transform((text) => text.replace(/[\s-]/g, ''))
    .refine((digits) => /^\d{8}$/.test(digits), key('code.eight_digits')),
  newPassword,
  known,
})
export type RedeemCode = z.output<typeof redeemCodeForm>

export const changePasswordForm = z.object({ password, newPassword })
export type ChangePassword = z.output<typeof changePasswordForm>

const id = z.string(key('error.not_found')).max(100, key('error.not_found'))
export const switchMembershipForm = z.object({ toMembershipId: id })
export const revokeSessionForm = z.object({ sessionId: id })
export const revokeOthersForm = z.object({ others: z.string(key('form.invalid')) })
export const issueCodeForm = z.object({ personId: id })

/** How a one-time code is read aloud and typed: in two halves. */
export const formatCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
