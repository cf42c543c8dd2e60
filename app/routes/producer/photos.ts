import type { ActionFunctionArgs } from '@remix-run/node'
import { requireProducer } from '#app/gates.server.ts'
import { takePhotoAhead } from '../cooperative/take-photo-ahead.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  return takePhotoAhead(await requireProducer(request), await request.formData())
}
