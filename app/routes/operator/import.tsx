import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveImport } from '#app/domain/imports/approve-import.server.ts'
import { readReview } from '#app/domain/imports/review-queries.server.ts'
import { approveImportForm } from '#app/domain/imports/rules.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import importsUrl from '#app/styles/imports.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { ImportApprovals } from '../imports/approvals.tsx'
import { useReadAgain } from '../imports/use-read-again.ts'
import { PageHead } from '../page-head.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: importsUrl }]
export const meta: MetaFunction = () => [{ title: `${t('import.approve')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const id = params.id ?? ''
  const review = await orErrorPage(readReview(db, operator, id))
  const passedOn = await listPassedOn(db, 'import.proposed', [id])
  return { review, passedOn: passedOn[id], membershipId: operator.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  const importId = params.id ?? ''
  return submit(await request.formData(), operator, approveImportForm, async ({ intent, proposal }) => {
    const proposalIds = intent === 'approve_all' ? 'all' : proposal
    await approveImport(db, operator, { importId, proposalIds }, new Date())
    return redirect(paths.operator.import(importId))
  })
}

export default function OperatorImport() {
  const { review, passedOn, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'impor')
  const isBusy = review.left > 0
  useReadAgain(isBusy)
  const { fileName, cooperativeName, sender, finishedAt } = review
  const at = finishedAt ? formatInstant(new Date(finishedAt)) : ''
  return (
    <main className="page narrow imports">
      {isBusy && (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      )}
      <PageHead
        back={{ to: paths.operator.home, text: t('operator.queue') }}
        title={fileName}
        note={`${cooperativeName}. ${say({ key: 'import.by', name: sender, at })}`}
      />
      <FormProblem errors={form.errors} />
      <ImportApprovals
        review={review}
        passedOn={passedOn}
        membershipId={membershipId}
        to={paths.operator.proposal}
      />
    </main>
  )
}
