import { data } from '@remix-run/node'
import type { z } from 'zod'
import { say } from '#app/messages/say.ts'
import { parseForm } from './form.ts'
import { Refusal, type RefusalKind } from './refusal.ts'

/** What a refusal is in HTTP. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
}
/** What was typed comes back with the form, except this. */
const hideFields = ['password', 'newPassword', 'code', 'nik', 'npwp', 'account', 'newValue']

/**
 * Runs an action's work on a form. A form at fault, or a refusal of the domain, becomes the answer, in words.
 *
 * With an `actor`, the form must carry the membership it was drawn for: who has since signed in for another
 * organisation in another tab does not act for the wrong one.
 */
export async function submit<Schema extends z.ZodType, Answer = Response>(
  form: FormData,
  actor: { membershipId: string } | null,
  schema: Schema,
  work: (input: z.output<Schema>) => Promise<Answer>,
) {
  const submission = parseForm(form, schema)
  const answer = (status: number, formErrors: string[], fieldErrors?: Record<string, string[]>) =>
    data(submission.reply({ formErrors, fieldErrors, hideFields }), { status })
  if (actor && form.get('membershipId') !== actor.membershipId)
    return answer(409, [say({ key: 'form.other_membership' })])
  if (submission.status !== 'success') {
    // Without a status, a button of the form asked for one more line.
    return submission.status
      ? answer(422, [say({ key: 'form.check' })])
      : data(submission.reply({ hideFields }), { status: 200 })
  }
  try {
    return await work(submission.value)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fields = Object.entries(error.fields).map(([name, message]) => [name, [say(message)]])
    return answer(statusOf[error.kind], [say(error.said)], Object.fromEntries(fields))
  }
}

/** A loader's refusal as the page people see for it: 403 and 404 with a way on, never a 500. */
export async function orErrorPage<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    if (error instanceof Refusal) throw data(say(error.said), { status: statusOf[error.kind] })
    throw error
  })
}
