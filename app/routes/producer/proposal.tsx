import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { loadForm } from '../cooperative/product-form/load-form.server.ts'
import { ProductForm } from '../cooperative/product-form/product-form.tsx'
import { readAgainUnlessHeld, sendOrHold } from '../cooperative/product-form/sending.ts'
import { typedOf } from '../cooperative/product-form/typed.ts'
import { takeProposal } from '../cooperative/take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.content.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const proposal = await orErrorPage(requireProposal(db, producer, params.id ?? ''))
  const isAsked = new URL(request.url).searchParams.has('ubah')
  const isEdited = proposal.status === 'draft' || proposal.status === 'changes_asked'
  if (!isEdited && !(isAsked && proposal.status === 'submitted'))
    throw redirect(paths.producer.review(proposal.id))
  return { proposal, form: await loadForm(producer, proposal.productId) }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return takeProposal(producer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function Proposal() {
  const { proposal, form } = useLoaderData<typeof loader>()
  const { id, version, productId, productName, status, moves, content } = proposal
  const asked =
    status === 'changes_asked' ? moves.find((move) => move.toStatus === 'changes_asked') : undefined
  const answer = useActionData<typeof action>()
  return (
    <ProductForm
      key={`${id} ${version}`}
      {...form}
      answer={answer}
      title={productName ? say({ key: 'product.change_of', name: productName }) : t('product.new')}
      back={paths.producer.home}
      proposalId={id}
      productId={productId}
      version={version}
      typed={{ ...typedOf(content), photoHash: proposal.photo.hash }}
      savedAt={proposal.changedAt}
      reason={asked ? say({ key: 'product.asked_by', name: asked.name, reason: asked.reason }) : null}
    />
  )
}
