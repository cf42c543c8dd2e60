import { redirect } from '@remix-run/node'
import { answerRequest } from '#app/domain/producers/answer-request.server.ts'
import type { Answerer } from '#app/domain/producers/lock-request.server.ts'
import { answerRequestForm } from '#app/domain/producers/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Takes the answer to a request of a member; then on to `after`. */
export function takeAnswer(answerer: Answerer, form: FormData, requestId: string, after: string) {
  form.set('requestId', requestId)
  return submit(form, answerer, answerRequestForm, async (input) => {
    await answerRequest(db, answerer, input, new Date())
    return redirect(after)
  })
}
