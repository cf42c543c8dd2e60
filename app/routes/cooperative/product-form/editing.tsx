import { useActionData, useLoaderData } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { fieldsOf } from '../../photos/order.ts'
import type { takeProposal } from '../take-proposal.server.ts'
import type { loadChange, loadProposal } from './editing.server.ts'
import { ProductForm } from './product-form.tsx'
import { typedOf } from './typed.ts'

/** Writing on a proposal, for the cooperative and for a producer alike; `backOf` is the way out of it. */
export function EditProposal({ backOf }: { backOf: (productId: string | null) => string }) {
  const { proposal, form } = useLoaderData<typeof loadProposal>()
  const answer = useActionData<typeof takeProposal>()
  const { id, version, productId, productName, status, moves, content } = proposal
  const asked =
    status === 'changes_asked' ? moves.find((move) => move.toStatus === 'changes_asked') : undefined
  return (
    <ProductForm
      key={`${id} ${version}`}
      {...form}
      answer={answer}
      title={productName ? say({ key: 'product.change_of', name: productName }) : t('product.new')}
      back={backOf(productId)}
      proposalId={id}
      productId={productId}
      version={version}
      typed={{ ...typedOf(content), ...fieldsOf(proposal.photos) }}
      savedAt={proposal.changedAt}
      reason={asked ? say({ key: 'product.asked_by', name: asked.name, reason: asked.reason }) : null}
    />
  )
}

/** Proposing a change of a product, likewise. */
export function EditChange({ backOf }: { backOf: (productId: string) => string }) {
  const { product, form, proposalId } = useLoaderData<typeof loadChange>()
  const answer = useActionData<typeof takeProposal>()
  return (
    <ProductForm
      {...form}
      answer={answer}
      title={say({ key: 'product.change_of', name: product.name })}
      back={backOf(product.id)}
      proposalId={proposalId}
      productId={product.id}
      version={0}
      typed={{ ...typedOf(product.content), ...fieldsOf(product.photos) }}
      savedAt={null}
      reason={null}
    />
  )
}
