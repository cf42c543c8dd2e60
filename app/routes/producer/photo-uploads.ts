import type { ActionFunctionArgs } from '@remix-run/node'
import { requireProducer } from '#app/gates.server.ts'
import { beginPieces } from '../photos/take-pieces.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  return beginPieces(await requireProducer(request), await request.formData())
}
