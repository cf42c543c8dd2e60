import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { returnGoods } from '#app/domain/shelf-orders/return-goods.server.ts'
import { requireReturnable } from '#app/domain/shelf-orders/shipped-queries.server.ts'
import { returnGoodsForm } from '#app/domain/shelf-orders/shipping-rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { formatNumber } from '#app/platform/measure.ts'
import ordersUrl from '#app/styles/orders.css?url'
import { Field, FormProblem, Problem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ordersUrl }]
export const meta: MetaFunction = () => [{ title: `${t('return.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const order = await orErrorPage(requireReturnable(db, officer, params.id ?? ''))
  return { order, movementId: newId('movement'), membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, returnGoodsForm, async ({ from, ...goods }) => {
    await returnGoods(db, officer, { ...from, ...goods }, new Date())
    return redirect(paths.cooperative.pickList(params.id ?? ''))
  })
}

export default function Returns() {
  const { order, movementId, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'retur')
  const isSending = useNavigation().state === 'submitting'
  const from = form.field('from')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.pickList(order.id), text: t('pick.title') }}
        title={t('return.title')}
        note={order.number}
      />
      {order.lots.length === 0 ? (
        <p className="empty">{t('return.none')}</p>
      ) : (
        <Form method="post" className="stacked">
          <FormProblem errors={form.errors} />
          <MembershipField membershipId={membershipId} />
          <input
            type="hidden"
            name="movementId"
            value={form.field('movementId').initialValue ?? movementId}
          />
          <fieldset className={from.errors ? 'field wrong' : 'field'}>
            <legend>{t('return.from')}</legend>
            <ul className="picks">
              {order.lots.map(({ lineId, lotId, code, pieces, name, storeName }) => (
                <li key={`${lineId} ${lotId}`}>
                  <label>
                    <input
                      type="radio"
                      name="from"
                      value={`${lineId} ${lotId}`}
                      defaultChecked={from.initialValue === `${lineId} ${lotId}`}
                    />
                    <span>
                      <strong>{name}</strong>
                      <small>
                        {say({
                          key: 'return.lot',
                          store: storeName,
                          lot: code,
                          pieces: formatNumber(pieces),
                        })}
                      </small>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <Problem id={from.id} errors={from.errors} />
          </fieldset>
          <Field
            label={t('return.how_many')}
            field={form.field('quantity')}
            after={t('unit.pieces')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
          />
          <Field
            label={t('return.reason')}
            help={t('return.note')}
            field={form.field('reason')}
            maxLength={200}
          />
          <p>
            <button className="button main" type="submit" aria-busy={isSending}>
              {isSending ? t('form.sending') : t('return.yes')}
            </button>
          </p>
        </Form>
      )}
    </main>
  )
}
