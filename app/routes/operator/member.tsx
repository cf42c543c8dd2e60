import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listActs } from '#app/domain/producers/act-queries.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { revealSecret } from '#app/domain/producers/reveal-secret.server.ts'
import { revealReasons, revealSecretForm, secretFields, verifyNikForm } from '#app/domain/producers/rules.ts'
import { verifyNik } from '#app/domain/producers/verify-nik.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { FormProblem, Problem } from '#app/ui/field.tsx'
import { Acts } from '../members/acts.tsx'
import { type Member, RecordTable } from '../members/record.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const id = params.id ?? ''
  const member = await orErrorPage(requireMember(db, operator, id, dayOf(new Date())))
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return { member, acts: await listActs(db, operator, id, after), membershipId: operator.membershipId }
}

// What is opened is in this answer only: no address leads to it, and it is gone when the page is left.
export async function action({ request, params }: ActionFunctionArgs) {
  const operator = await requireOperator(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  if (form.get('intent') === 'verify')
    return submit(form, operator, verifyNikForm, async (input) => {
      await verifyNik(db, operator, input, new Date())
      return redirect(paths.operator.member(input.producerId))
    })
  return submit(form, operator, revealSecretForm, async (input) => ({
    revealed: await revealSecret(db, operator, input, new Date()),
  }))
}

export default function OperatorMember() {
  const { member, acts, membershipId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const revealed = answer && 'revealed' in answer ? answer.revealed : undefined
  const form = answeredForm(answer && 'error' in answer ? answer : undefined, 'buka')
  const { record } = member
  return (
    <main className="page member">
      <PageHead
        back={{ to: paths.operator.members, text: t('verify.title') }}
        title={member.name}
        note={`${member.village.name}, ${member.cooperativeName}`}
      />
      {revealed && (
        <section className="one-time-code" aria-labelledby="terbuka" role="status">
          <h2 id="terbuka">{t(`member.${revealed.field}`)}</h2>
          <p className="digits">{revealed.text}</p>
          <p className="small">{t('reveal.shown')}</p>
        </section>
      )}
      <FormProblem errors={form.errors} />
      <div className="member-columns">
        <section aria-labelledby="tertutup">
          <h2 id="tertutup">{t('member.private')}</h2>
          <RecordTable member={member} />
          <Reveal record={record} membershipId={membershipId} reason={form.field('reason')} />
          {record?.nik && !record.nikVerifiedAt && (
            <Form method="post">
              <MembershipField membershipId={membershipId} />
              <input type="hidden" name="version" value={record.version} />
              <button className="button main" type="submit" name="intent" value="verify">
                {t('verify.do')}
              </button>
            </Form>
          )}
        </section>
        <section aria-labelledby="jejak">
          <h2 id="jejak">{t('act.title')}</h2>
          <Acts acts={acts} />
        </section>
      </div>
    </main>
  )
}

type RevealProps = {
  record: Member['record']
  membershipId: string
  reason: { id: string; errors: string[] | undefined; initialValue: string | undefined }
}

function Reveal({ record, membershipId, reason }: RevealProps) {
  const isThere = { nik: record?.nik, npwp: record?.hasNpwp, account: record?.account }
  const fields = secretFields.filter((field) => isThere[field])
  if (fields.length === 0) return null
  return (
    <Form method="post" className="stacked">
      <MembershipField membershipId={membershipId} />
      <fieldset
        className={reason.errors ? 'field wrong' : 'field'}
        aria-describedby={reason.errors ? `${reason.id}-problem` : undefined}
      >
        <legend>{t('reveal.reason')}</legend>
        <div className="choice-row wide">
          {revealReasons.map((one) => (
            <label key={one}>
              <input type="radio" name="reason" value={one} defaultChecked={reason.initialValue === one} />
              <span>{t(`reveal.reason.${one}`)}</span>
            </label>
          ))}
        </div>
        <Problem id={reason.id} errors={reason.errors} />
      </fieldset>
      <div className="send">
        {fields.map((field) => (
          <button className="button second" type="submit" name="field" value={field} key={field}>
            {t(`reveal.${field}`)}
          </button>
        ))}
      </div>
    </Form>
  )
}
