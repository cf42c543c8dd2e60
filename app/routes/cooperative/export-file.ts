import type { ActionFunctionArgs } from '@remix-run/node'
import { exportEverything } from '#app/domain/exports/export-everything.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { fileAnswer } from './table-file.server.ts'

/** A post, because that members' data was taken along is written down. */
export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  if (form.get('membershipId') !== officer.membershipId)
    return new Response(t('form.other_membership'), { status: 409 })
  const at = new Date()
  return fileAnswer(await exportEverything(db, officer, at), `rak-lokal-${dayOf(at)}`, 'zip')
}
