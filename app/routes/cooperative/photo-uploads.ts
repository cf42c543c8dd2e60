import type { ActionFunctionArgs } from '@remix-run/node'
import { requireCooperative } from '#app/gates.server.ts'
import { beginPieces } from '../photos/take-pieces.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  return beginPieces(await requireCooperative(request), await request.formData())
}
