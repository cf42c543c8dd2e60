import { redirect } from '@remix-run/node'
import { addClosure } from '#app/domain/producers/add-closure.server.ts'
import { removeClosure } from '#app/domain/producers/remove-closure.server.ts'
import { addClosureForm, removeClosureForm } from '#app/domain/producers/rules.ts'
import type { Keeper } from '#app/domain/producers/scope.server.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'

/** Takes days off that are added or taken back; then back to `here`. */
export async function takeClosure(keeper: Keeper, form: FormData, producerId: string, here: string) {
  form.set('producerId', producerId)
  if (form.get('intent') === 'remove')
    return submit(form, keeper, removeClosureForm, async (input) => {
      await removeClosure(db, keeper, input, new Date())
      return redirect(here)
    })
  return submit(form, keeper, addClosureForm, async (input) => {
    await addClosure(db, keeper, input, new Date())
    return redirect(here)
  })
}
