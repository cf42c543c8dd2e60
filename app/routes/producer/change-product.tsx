import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { getOpenChange } from '#app/domain/proposals/queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { loadForm } from '../cooperative/product-form/load-form.server.ts'
import { ProductForm } from '../cooperative/product-form/product-form.tsx'
import { readAgainUnlessHeld, sendOrHold } from '../cooperative/product-form/sending.ts'
import { typedOf } from '../cooperative/product-form/typed.ts'
import { takeProposal } from '../cooperative/take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? say({ key: 'product.change_of', name: data.product.name }) : ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const product = await orErrorPage(requireProduct(db, producer, params.id ?? ''))
  const open = await getOpenChange(db, producer, product.id)
  if (open) throw redirect(paths.producer.proposal(open))
  return { product, form: await loadForm(producer, product.id), proposalId: newId('proposal') }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return takeProposal(producer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function ChangeProduct() {
  const { product, form, proposalId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ProductForm
      {...form}
      answer={answer}
      title={say({ key: 'product.change_of', name: product.name })}
      back={paths.producer.home}
      proposalId={proposalId}
      productId={product.id}
      version={0}
      typed={{ ...typedOf(product.content), photoHash: product.photo.hash }}
      savedAt={null}
      reason={null}
    />
  )
}
