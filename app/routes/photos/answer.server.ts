import { say } from '#app/messages/say.ts'
import { statusOf } from '#app/platform/form.server.ts'
import { Refusal } from '#app/platform/refusal.ts'

/** Answers a script that sends photos: what the work gives, or in words why not, with the status that says what to do. */
export async function orProblem(work: Promise<Response>): Promise<Response> {
  return work.catch((error) => {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ problem: say(error.said) }, { status: statusOf[error.kind] })
  })
}
