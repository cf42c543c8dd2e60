import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { addSynonym } from '#app/domain/search/add-synonym.server.ts'
import { removeSynonym } from '#app/domain/search/remove-synonym.server.ts'
import { changeSynonymsForm } from '#app/domain/search/rules.ts'
import { listSynonymsToChange } from '#app/domain/search/synonym-queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('synonym.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const synonyms = await listSynonymsToChange(db, operator)
  return { ...synonyms, membershipId: operator.membershipId, id: newId('synonym') }
}

export async function action({ request }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  return submit(await request.formData(), operator, changeSynonymsForm, async (input) => {
    if (input.intent === 'add') await addSynonym(db, operator, input, new Date())
    else await removeSynonym(db, operator, input, new Date())
    return redirect(paths.operator.synonyms)
  })
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function OperatorSynonyms() {
  const { used, removed, membershipId, id } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('synonym.title')}</h1>
          <p className="quiet">{t('synonym.why')}</p>
        </div>
      </header>
      <NewSynonym key={used.length} id={id} membershipId={membershipId} />
      <section aria-labelledby="berlaku">
        <h2 id="berlaku">{t('synonym.list')}</h2>
        {used.length === 0 ? (
          <p className="empty">{t('synonym.empty')}</p>
        ) : (
          <ul className="synonyms">
            {used.map((one) => (
              <Synonym key={one.id} synonym={one} membershipId={membershipId} />
            ))}
          </ul>
        )}
      </section>
      {removed.length > 0 && (
        <section aria-labelledby="dihapus">
          <h2 id="dihapus">{t('synonym.removed')}</h2>
          <ul className="synonyms">
            {removed.map(({ id, phrase, also, removedAt, removedBy }) => (
              <li key={id}>
                <span>{say({ key: 'synonym.one_way', phrase, also })}</span>
                <span className="quiet small">
                  {say({ key: 'synonym.removed_by', name: removedBy, at: formatInstant(removedAt) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

function NewSynonym({ id, membershipId }: { id: string; membershipId: string }) {
  const form = answeredForm(useActionData<typeof action>(), 'kata')
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="stacked synonym">
      <FormProblem errors={form.errors} />
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="id" value={id} />
      <Field
        label={t('synonym.phrase')}
        help={t('synonym.phrase_help')}
        field={form.field('phrase')}
        maxLength={60}
        autoComplete="off"
      />
      <Field
        label={t('synonym.also')}
        help={t('synonym.also_help')}
        field={form.field('also')}
        maxLength={60}
        autoComplete="off"
      />
      <label className="check">
        <input
          type="checkbox"
          name="isMutual"
          defaultChecked={form.field('isMutual').initialValue === 'on'}
        />
        <span>{t('synonym.mutual')}</span>
      </label>
      <p>
        <button className="button main" type="submit" aria-busy={isSending}>
          {isSending ? t('form.sending') : t('synonym.add')}
        </button>
      </p>
    </Form>
  )
}

function Synonym({ synonym, membershipId }: { synonym: Page['used'][number]; membershipId: string }) {
  const { id, phrase, also, isMutual, addedAt, addedBy } = synonym
  return (
    <li>
      <span>{say({ key: isMutual ? 'synonym.both_ways' : 'synonym.one_way', phrase, also })}</span>
      <span className="quiet small">
        {addedBy
          ? say({ key: 'synonym.added', name: addedBy, at: formatInstant(addedAt) })
          : t('synonym.came_along')}
      </span>
      <Form method="post">
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="intent" value="remove" />
        <button
          className="button second dense"
          type="submit"
          name="id"
          value={id}
          aria-label={say({ key: 'synonym.remove_this', phrase, also })}
        >
          {t('synonym.remove')}
        </button>
      </Form>
    </li>
  )
}
