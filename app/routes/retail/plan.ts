import type { ActionFunctionArgs } from '@remix-run/node'
import { savePlanForm } from '#app/domain/shelf-plans/rules.ts'
import { savePlan } from '#app/domain/shelf-plans/save-plan.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Keeps a draft while it is drawn. Answers in JSON, also with what is wrong: the page that asks stays as it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const buyer = await requireRetail(request)
  const answer = await submit(await request.formData(), buyer, savePlanForm, async (input) =>
    Response.json(await savePlan(db, buyer, { ...input, fixtureId: params.id ?? '' }, new Date())),
  )
  if (answer instanceof Response) return answer
  const [text] = Object.values(answer.data.error ?? {}).flatMap((texts) => texts ?? [])
  return Response.json({ text, fields: answer.data.error }, { status: answer.init?.status ?? 422 })
}
