import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { requireProposal } from '#app/domain/proposals/queries.server.ts'
import { withdrawProposalForm } from '#app/domain/proposals/rules.ts'
import { withdrawProposal } from '#app/domain/proposals/withdraw-proposal.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('review.withdraw')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { id, version, status, content, productName } = await orErrorPage(
    requireProposal(db, officer, params.id ?? ''),
  )
  if (status === 'approved' || status === 'withdrawn') throw redirect(paths.cooperative.review(id))
  return { id, version, name: content.name, productName, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('proposalId', params.id ?? '')
  return submit(form, officer, withdrawProposalForm, async (withdrawal) => {
    await withdrawProposal(db, officer, withdrawal, new Date())
    return redirect(paths.cooperative.products)
  })
}

/** Asked on a page of its own, because it cannot be undone. */
export default function Withdrawal() {
  const { id, version, name, productName, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'batal')
  return (
    <main className="page narrow">
      <h1>{say({ key: 'withdraw.title', name })}</h1>
      <p>{productName ? say({ key: 'withdraw.change', name: productName }) : t('withdraw.new')}</p>
      <FormProblem errors={form.errors} />
      <Form method="post" className="review-ways">
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="version" value={version} />
        <button className="button danger" type="submit">
          {t('withdraw.yes')}
        </button>
        <Link className="link" to={paths.cooperative.review(id)}>
          {t('withdraw.no')}
        </Link>
      </Form>
    </main>
  )
}
