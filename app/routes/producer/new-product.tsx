import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.ts'
import { loadForm } from '../cooperative/product-form/load-form.server.ts'
import { ProductForm } from '../cooperative/product-form/product-form.tsx'
import { readAgainUnlessHeld, sendOrHold } from '../cooperative/product-form/sending.ts'
import { freshForm } from '../cooperative/product-form/typed.ts'
import { takeProposal } from '../cooperative/take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction = () => [{ title: `${t('product.new')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  return {
    form: await loadForm(producer, null),
    proposalId: newId('proposal'),
    producerId: producer.producerId,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const producer = await requireProducer(request)
  return takeProposal(producer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function NewProduct() {
  const { form, proposalId, producerId } = useLoaderData<typeof loader>()
  return (
    <ProductForm
      {...form}
      answer={useActionData<typeof action>()}
      title={t('product.new')}
      back={paths.producer.home}
      proposalId={proposalId}
      productId={null}
      version={0}
      typed={{ ...freshForm, producerId }}
      savedAt={null}
      reason={null}
    />
  )
}
