import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { correctStock } from '#app/domain/stock/correct-stock.server.ts'
import { listLots } from '#app/domain/stock/queries.server.ts'
import { corrections, correctStockForm } from '#app/domain/stock/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Field, FormProblem, Problem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('stock.correct')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { searchParams } = new URL(request.url)
  const product = requireProduct(db, officer, params.id ?? '', dayOf(new Date()), searchParams.get('ukuran'))
  const { id, packName: name, variantId } = await orErrorPage(product)
  const lotId = searchParams.get('lot')
  const kind = corrections.find((one) => one === searchParams.get('jenis')) ?? 'counted'
  const lot = (await listLots(db, officer, variantId)).find((one) => one.id === lotId)
  if (!lot) throw data(t('error.not_found'), { status: 404 })
  const movementId = newId('movement')
  return { id, name, variantId, lot, usual: kind, movementId, membershipId: officer.membershipId }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, correctStockForm, async (correction) => {
    await correctStock(db, officer, correction, new Date())
    return redirect(paths.cooperative.pack(params.id ?? '', correction.variantId))
  })
}

export default function Correction() {
  const { id, name, variantId, lot, usual, movementId, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'koreksi')
  const isSending = useNavigation().state === 'submitting'
  const kind = form.field('kind', usual)
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.pack(id, variantId), text: name }}
        title={t('correction.title')}
        note={say({ key: 'correction.lot', day: formatDay(lot.bestBefore), left: formatNumber(lot.left) })}
      />
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="movementId" value={form.field('movementId').initialValue ?? movementId} />
        <input type="hidden" name="variantId" value={variantId} />
        <input type="hidden" name="lotId" value={lot.id} />
        <fieldset className={kind.errors ? 'field wrong' : 'field'}>
          <legend>{t('correction.what')}</legend>
          <div className="choice-row">
            {corrections.map((one) => (
              <label key={one}>
                <input type="radio" name="kind" value={one} defaultChecked={kind.initialValue === one} />
                <span>{t(`correction.${one}`)}</span>
              </label>
            ))}
          </div>
          <Problem id={kind.id} errors={kind.errors} />
        </fieldset>
        <Field
          label={t('correction.how_many')}
          help={t('correction.how_many_help')}
          field={form.field('quantity', usual === 'expired' ? String(lot.left) : undefined)}
          after={t('unit.pieces')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
        />
        <Field
          label={t('correction.reason')}
          help={t('correction.reason_help')}
          field={form.field('reason')}
          maxLength={200}
        />
        <p>
          <button className="button main" type="submit" aria-busy={isSending}>
            {isSending ? t('form.sending') : t('correction.save')}
          </button>
        </p>
      </Form>
    </main>
  )
}
