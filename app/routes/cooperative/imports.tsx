import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { listImports } from '#app/domain/imports/queries.server.ts'
import { importKinds, startImportForm } from '#app/domain/imports/rules.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import importsUrl from '#app/styles/imports.css?url'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: importsUrl }]
export const meta: MetaFunction = () => [{ title: `${t('import.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const imports = await listImports(db, officer)
  return { imports, importId: newId('import'), membershipId: officer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, startImportForm, async ({ importId, kind, file }) => {
    const bytes = Buffer.from(await file.arrayBuffer())
    const { id } = await startImport(db, officer, { importId, kind, fileName: file.name, bytes }, new Date())
    return redirect(paths.cooperative.import(id))
  })
}

export default function Imports() {
  const { imports, importId, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'impor')
  const isSending = useNavigation().state !== 'idle'
  const chosen = form.field('kind', 'products').initialValue
  return (
    <main className="page narrow imports">
      <header>
        <div>
          <h1>{t('import.title')}</h1>
          <p className="quiet">{t('import.intro')}</p>
        </div>
      </header>
      <Form method="post" encType="multipart/form-data" className="stacked" noValidate>
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="importId" value={importId} />
        <fieldset className="field import-kinds">
          <legend>{t('import.kind')}</legend>
          {importKinds.map((kind) => (
            <label key={kind} className="check">
              <input type="radio" name="kind" value={kind} defaultChecked={kind === chosen} />
              <span>
                {t(`import.kind.${kind}`)}
                <small>{t(`import.kind_help.${kind}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          label={t('import.file')}
          help={t('import.file_help')}
          field={{ ...form.field('file'), initialValue: undefined }}
          type="file"
          accept=".xlsx,.csv,.txt,.zip,text/csv,application/zip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <p>
          <button className="button main" type="submit" aria-busy={isSending}>
            {isSending ? t('form.sending') : t('import.send')}
          </button>
        </p>
      </Form>
      <Templates />
      <section aria-labelledby="sebelumnya">
        <h2 id="sebelumnya">{t('import.before')}</h2>
        {imports.length === 0 ? (
          <p className="quiet">{t('import.none')}</p>
        ) : (
          <ul className="import-list">
            {imports.map((one) => (
              <li key={one.id}>
                <div>
                  <Link to={paths.cooperative.import(one.id)}>{one.fileName}</Link>
                  <small>
                    {t(`import.kind.${one.kind}`)}.{' '}
                    {say({
                      key: 'import.by',
                      name: one.starter.person.name,
                      at: formatInstant(new Date(one.createdAt)),
                    })}
                  </small>
                </div>
                <span className={statusClass[one.status]}>{t(`import.status.${one.status}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p>
        <Link className="link" to={paths.cooperative.export}>
          {t('export.title')}
        </Link>
      </p>
    </main>
  )
}

const statusClass = {
  reading: 'status wait',
  refused: 'status stop',
  previewed: 'status wait',
  saving: 'status wait',
  done: 'status ok',
  given_up: 'status stop',
} as const

function Templates() {
  return (
    <section aria-labelledby="contoh">
      <h2 id="contoh">{t('import.template')}</h2>
      <p className="quiet">{t('import.template_help')}</p>
      <ul className="import-list">
        {importKinds.map((kind) =>
          kind === 'photos' ? null : (
            <li key={kind}>
              <span>{t(`import.kind.${kind}`)}</span>
              <span className="import-files">
                {(['xlsx', 'csv'] as const).map((type) => (
                  <a key={type} className="link" href={paths.cooperative.importTemplate(kind, type)} download>
                    {t(`import.${type}`)}
                    <span className="visually-hidden"> {t(`import.kind.${kind}`)}</span>
                  </a>
                ))}
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
