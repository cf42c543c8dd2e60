import type { ActionFunctionArgs } from '@remix-run/node'
import { csvOf, exportOwnData } from '#app/domain/producers/export-own-data.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { db } from '#app/platform/db.server.ts'

/** Everything that is kept of the producer, as a file. A post, because that it was taken is written down. */
export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  const form = await request.formData()
  if (form.get('membershipId') !== producer.membershipId)
    return new Response(t('form.other_membership'), { status: 409 })
  const data = await exportOwnData(db, producer, new Date())
  const isCsv = form.get('format') === 'csv'
  return new Response(isCsv ? csvOf(data) : JSON.stringify(data, null, 2), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="data-saya.${isCsv ? 'csv' : 'json'}"`,
      'cache-control': 'private, no-store',
    },
  })
}
