import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireCooperative } from '#app/gates.server.ts'
import { takePiece, tellOffset } from '../photos/take-pieces.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return tellOffset(await requireCooperative(request), params.id ?? '')
}

export async function action({ request, params }: ActionFunctionArgs) {
  return takePiece(await requireCooperative(request), request, params.id ?? '')
}
