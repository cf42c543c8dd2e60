import type { ActionFunctionArgs } from '@remix-run/node'
import { endSubscription } from '#app/domain/notices/end-subscription.server.ts'
import { endSubscriptionForm, subscriptionForm } from '#app/domain/notices/rules.ts'
import { subscribe } from '#app/domain/notices/subscribe.server.ts'
import { requireActor } from '#app/gates.server.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { tokenOf } from '../sign-in/session.server.ts'

/** Where a browser says that it may be told, or may no longer. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const token = await tokenOf(request)
  const form = await request.formData()
  const done = () => Response.json({ isDone: true })
  if (form.get('intent') === 'end')
    return submit(form, actor, endSubscriptionForm, async (input) => {
      await endSubscription(db, actor, input)
      return done()
    })
  return submit(form, actor, subscriptionForm, async (input) => {
    await subscribe(db, actor, { ...input, token }, new Date())
    return done()
  })
}
