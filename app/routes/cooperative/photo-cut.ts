import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireCooperative } from '#app/gates.server.ts'
import { takeCut, tellCut } from '../photos/take-pieces.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return tellCut(await requireCooperative(request), request)
}

export async function action({ request }: ActionFunctionArgs) {
  return takeCut(await requireCooperative(request), await request.formData())
}
