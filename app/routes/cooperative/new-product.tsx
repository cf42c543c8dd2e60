import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ClientActionFunctionArgs, Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.ts'
import { loadForm } from './product-form/load-form.server.ts'
import { ProductForm } from './product-form/product-form.tsx'
import { readAgainUnlessHeld, sendOrHold } from './product-form/sending.ts'
import { freshForm } from './product-form/typed.ts'
import { takeProposal } from './take-proposal.server.ts'

export const handle = { hydrates: true, isTask: true }
export const meta: MetaFunction = () => [{ title: `${t('product.new')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  // What people look for and nobody has: the way here names it.
  const { searchParams } = new URL(request.url)
  const name = searchParams.get('nama')?.slice(0, 80) ?? ''
  const form = await loadForm(officer, null)
  const { producers } = form
  const chosen =
    producers.length === 1 ? producers[0] : producers.find(({ id }) => id === searchParams.get('untuk'))
  return { form, proposalId: newId('proposal'), name, producerId: chosen?.id ?? null }
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return takeProposal(officer, await request.formData())
}

export const shouldRevalidate = readAgainUnlessHeld
export const clientAction = (args: ClientActionFunctionArgs) => sendOrHold<typeof action>(args)

export default function NewProduct() {
  const { form, proposalId, name, producerId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (form.producers.length === 0)
    return (
      <main className="page">
        <h1>{t('product.new')}</h1>
        <div className="empty">
          <p>{t('producers.none')}</p>
          <Link className="button main" to={paths.cooperative.newMember}>
            {t('members.new')}
          </Link>
          <Link className="link" to={paths.cooperative.products}>
            {t('product.back')}
          </Link>
        </div>
      </main>
    )
  return (
    <ProductForm
      {...form}
      answer={answer}
      title={t('product.new')}
      back={paths.cooperative.products}
      proposalId={proposalId}
      productId={null}
      version={0}
      typed={{
        ...freshForm,
        ...(name && { name }),
        ...(producerId && { producerId }),
      }}
      savedAt={null}
      reason={null}
    />
  )
}
