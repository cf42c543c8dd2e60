import type { ActionFunctionArgs } from '@remix-run/node'
import { requireCooperative } from '#app/gates.server.ts'
import { takePhotoAhead } from './take-photo-ahead.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  return takePhotoAhead(await requireCooperative(request), await request.formData())
}
