import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { receiveLot } from '#app/domain/stock/receive-lot.server.ts'
import { receiveLotForm } from '#app/domain/stock/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { addDays, dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('stock.receive')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const today = dayOf(new Date())
  const packId = new URL(request.url).searchParams.get('ukuran')
  const product = await orErrorPage(requireProduct(db, officer, params.id ?? '', today, packId))
  const { id, variantId, content, producerName } = product
  const variant = content.variants.find((one) => one.variantId === variantId)
  const days = variant?.shelfLifeDays ?? 0
  const latest = addDays(today, days)
  return {
    id,
    name: product.packName,
    producerName,
    variantId,
    today,
    latest,
    days,
    lotId: newId('lot'),
    membershipId: officer.membershipId,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, receiveLotForm, async (lot) => {
    await receiveLot(db, officer, lot, new Date())
    return redirect(paths.cooperative.pack(params.id ?? '', lot.variantId))
  })
}

export default function Receiving() {
  const { id, name, producerName, variantId, today, latest, days, lotId, membershipId } =
    useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'terima')
  const isSending = useNavigation().state === 'submitting'
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.pack(id, variantId), text: name }}
        title={t('stock.receive')}
        note={say({ key: 'stock.receive_from', producer: producerName })}
      />
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="lotId" value={form.field('lotId', lotId).initialValue ?? lotId} />
        <input type="hidden" name="variantId" value={variantId} />
        <Field
          label={t('stock.how_many')}
          field={form.field('quantity')}
          after={t('unit.pieces')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
        />
        <Field
          label={t('stock.best_before')}
          help={say({ key: 'stock.latest', days, latest: formatDay(latest) })}
          field={form.field('bestBefore')}
          type="date"
          min={today}
          max={latest}
        />
        <p>
          <button className="button main" type="submit" aria-busy={isSending}>
            {isSending ? t('form.sending') : t('stock.receive')}
          </button>
        </p>
      </Form>
    </main>
  )
}
