import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { drawLabels } from '#app/domain/labels/draw-labels.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { labelOrigin, labelsAsked } from './labels-asked.server.ts'

/** The labels as a file. What cannot be printed goes back to the form, which says why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const id = params.id ?? ''
  const asked = await labelsAsked(request, officer, id)
  if (!('label' in asked)) {
    if (asked.init?.status === 404) throw data(t('error.not_found'), { status: 404 })
    throw redirect(paths.cooperative.labels(id) + new URL(request.url).search)
  }
  const { label, input } = asked
  const file = await drawLabels(label, {
    sheet: input.kertas,
    count: input.jumlah,
    skip: input.lewati,
    address: labelOrigin(request).origin + paths.batch(label.gtin, label.lotCode),
    at: new Date(),
  })
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="label-${label.gtin}-${label.lotCode}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
