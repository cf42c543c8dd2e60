import type { CooperativeMember } from '#app/domain/access/actors.ts'
import { requireLabel } from '#app/domain/labels/queries.server.ts'
import { printLabelsForm } from '#app/domain/labels/rules.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { publicOrigin } from '../storefront/public.server.ts'

/** The labels that an address asks for, or what is wrong with it, in words at its fields. */
export async function labelsAsked(request: Request, officer: CooperativeMember, productId: string) {
  const form = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) form.append(name, value)
  return submit(form, null, printLabelsForm, async (input) => ({
    input,
    label: await requireLabel(db, officer, productId, input),
  }))
}

/**
 * Where the codes on labels lead. A label outlives every request, so that only what the operator has set is good
 * enough for goods; without it, as on a machine where somebody tries things out, the address this officer uses, and
 * the page says so. In production the server does not start without PUBLIC_ORIGIN.
 */
export function labelOrigin(request: Request): { origin: string; isSet: boolean } {
  const set = publicOrigin()
  return { origin: set ?? new URL(request.url).origin, isSet: set !== null }
}
