import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { loadChange } from './product-form/editing.server.ts'
import { EditChange } from './product-form/editing.tsx'
import { readAgainUnlessHeld, sendOrHold } from './product-form/sending.ts'
import { takeProposal } from './take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? say({ key: 'product.change_of', name: data.product.name }) : ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadChange(await requireCooperative(request), params.id)
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return takeProposal(officer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function ChangeProduct() {
  return <EditChange backOf={paths.cooperative.product} />
}
