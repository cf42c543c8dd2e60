import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { letLeave } from '#app/domain/producers/let-leave.server.ts'
import { requireMember } from '#app/domain/producers/member-queries.server.ts'
import { leaveReasons, letLeaveForm, takeBackForm } from '#app/domain/producers/rules.ts'
import { takeBack } from '#app/domain/producers/take-back.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { FormProblem, Problem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('leave.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const member = await orErrorPage(requireMember(db, officer, params.id ?? '', dayOf(new Date())))
  const { id, name, leftAt, _count } = member
  return { id, name, hasLeft: leftAt !== null, products: _count.products, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const form = await request.formData()
  form.set('producerId', params.id ?? '')
  const after = paths.cooperative.member(params.id ?? '')
  if (form.get('intent') === 'take-back')
    return submit(form, officer, takeBackForm, async (input) => {
      await takeBack(db, officer, input, new Date())
      return redirect(after)
    })
  return submit(form, officer, letLeaveForm, async (input) => {
    await letLeave(db, officer, input, new Date())
    return redirect(after)
  })
}

/** Asked on a page of its own, because goods go off sale with it. */
export default function MemberLeaving() {
  const { id, name, hasLeft, products, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'keluar')
  const reason = form.field('reason')
  return (
    <main className="page narrow">
      <h1>{hasLeft ? t('leave.back') : say({ key: 'leave.of', name })}</h1>
      <p>{hasLeft ? t('leave.back_effect') : say({ key: 'leave.effect', count: products })}</p>
      <FormProblem errors={reason.errors ? undefined : form.errors} />
      <Form method="post" className="stacked">
        <MembershipField membershipId={membershipId} />
        {!hasLeft && (
          <fieldset
            className={reason.errors ? 'field wrong' : 'field'}
            aria-describedby={reason.errors ? `${reason.id}-problem` : undefined}
          >
            <legend>{t('leave.reason')}</legend>
            <div className="choice-row wide">
              {leaveReasons.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="reason"
                    value={one}
                    defaultChecked={reason.initialValue === one}
                  />
                  <span>{t(`leave.reason.${one}`)}</span>
                </label>
              ))}
            </div>
            <Problem id={reason.id} errors={reason.errors} />
          </fieldset>
        )}
        <div className="send">
          <button
            className={hasLeft ? 'button main' : 'button danger'}
            type="submit"
            name="intent"
            value={hasLeft ? 'take-back' : 'leave'}
          >
            {t(hasLeft ? 'leave.back' : 'leave.yes')}
          </button>
          <Link className="link" to={paths.cooperative.member(id)}>
            {t('leave.no')}
          </Link>
        </div>
      </Form>
    </main>
  )
}
