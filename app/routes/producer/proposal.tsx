import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { loadProposal } from '../cooperative/product-form/editing.server.ts'
import { EditProposal } from '../cooperative/product-form/editing.tsx'
import { readAgainUnlessHeld, sendOrHold } from '../cooperative/product-form/sending.ts'
import { takeProposal } from '../cooperative/take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.content.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadProposal(await requireProducer(request), request, params.id)
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return takeProposal(producer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function Proposal() {
  return <EditProposal backOf={() => paths.producer.home} />
}
