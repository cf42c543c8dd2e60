import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveImport } from '#app/domain/imports/approve-import.server.ts'
import { confirmImport } from '#app/domain/imports/confirm-import.server.ts'
import { listRows, requireImport } from '#app/domain/imports/queries.server.ts'
import { readReview } from '#app/domain/imports/review-queries.server.ts'
import { changeImportForm } from '#app/domain/imports/rules.ts'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import importsUrl from '#app/styles/imports.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { ImportApprovals, ImportDrafts } from '../imports/approvals.tsx'
import { useReadAgain } from '../imports/use-read-again.ts'
import { PageHead } from '../page-head.tsx'
import { ImportColumns, ImportCounts, ImportProgress, ImportRows, SaveForm } from './import-parts.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: importsUrl }]
export const meta: MetaFunction = () => [{ title: `${t('import.title')} | ${t('app.name')}` }]

const verdicts = ['wrong', 'changed', 'new'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const id = params.id ?? ''
  const found = await orErrorPage(requireImport(db, officer, id))
  const asked = new URL(request.url).searchParams.get('baris')
  const verdict =
    verdicts.find((one) => one === asked) ?? verdicts.find((one) => found.counts[one] > 0) ?? 'wrong'
  const isRead = found.status === 'previewed' || found.status === 'done'
  const [rows, review, passedOn] = await Promise.all([
    isRead ? listRows(db, officer, { importId: id, verdict }) : [],
    found.status === 'done' ? readReview(db, officer, id) : null,
    listPassedOn(db, 'import.proposed', [id]),
  ])
  return { found, verdict, rows, review, passedOn: passedOn[id], membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const importId = params.id ?? ''
  return submit(await request.formData(), officer, changeImportForm, async ({ intent, proposal }) => {
    const at = new Date()
    if (intent === 'save') await confirmImport(db, officer, { importId }, at)
    else
      await approveImport(
        db,
        officer,
        { importId, proposalIds: intent === 'approve_all' ? 'all' : proposal },
        at,
      )
    return redirect(paths.cooperative.import(importId))
  })
}

export default function ImportPage() {
  const { found, verdict, rows, review, passedOn, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'impor')
  const { id, kind, status, counts, problem } = found
  const isBusy = status === 'reading' || status === 'saving' || (review?.left ?? 0) > 0
  useReadAgain(isBusy)
  const by = say({
    key: 'import.by',
    name: found.starter.person.name,
    at: formatInstant(new Date(found.createdAt)),
  })
  return (
    <main className="page narrow imports">
      {isBusy && (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      )}
      <PageHead
        back={{ to: paths.cooperative.imports, text: t('import.title') }}
        title={found.fileName}
        note={`${t(`import.kind.${kind}`)}. ${by}`}
      />
      <FormProblem errors={form.errors} />
      {problem && <p className="band stop">{say(problem)}</p>}
      {status === 'given_up' && <p className="band stop">{t('import.given_up_help')}</p>}
      {(status === 'reading' || status === 'saving') && <ImportProgress found={found} />}
      {status === 'done' && (
        <p className="band ok" role="status">
          {say({ key: 'import.saved', count: found.saved })}
        </p>
      )}
      {(status === 'previewed' || status === 'done') && (
        <>
          <ImportCounts counts={counts} />
          {status === 'previewed' && <SaveForm counts={counts} membershipId={membershipId} />}
          {review && (
            <>
              <ImportApprovals
                review={review}
                passedOn={passedOn}
                membershipId={membershipId}
                to={paths.cooperative.review}
              />
              <ImportDrafts drafts={review.drafts} to={paths.cooperative.proposal} />
            </>
          )}
          <ImportRows id={id} kind={kind} verdict={verdict} rows={rows} counts={counts} />
          <ImportColumns columns={found.columns} />
        </>
      )}
    </main>
  )
}
