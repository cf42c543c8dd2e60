import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { requireLowStock } from '#app/domain/stock/overview-queries.server.ts'
import { setLowStockForm } from '#app/domain/stock/rules.ts'
import { setLowStock } from '#app/domain/stock/set-low-stock.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const meta: MetaFunction = () => [{ title: `${t('low_stock.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const packId = new URL(request.url).searchParams.get('ukuran') ?? ''
  const pack = await orErrorPage(requireLowStock(db, officer, { productId: params.id ?? '', packId }))
  return { ...pack, membershipId: officer.membershipId }
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, setLowStockForm, async (asked) => {
    await setLowStock(db, officer, asked)
    return redirect(paths.cooperative.stock)
  })
}

export default function LowStock() {
  const { variantId, pieces, name, membershipId } = useLoaderData<typeof loader>()
  const form = answeredForm(useActionData<typeof action>(), 'batas')
  const isSending = useNavigation().state === 'submitting'
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.stock, text: t('stock_list.title') }}
        title={t('low_stock.title')}
        note={name}
      />
      <Form method="post" className="stacked">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <input type="hidden" name="variantId" value={variantId} />
        <Field
          label={t('low_stock.pieces')}
          help={t('low_stock.help')}
          field={form.field('pieces', String(pieces))}
          after={t('unit.pieces')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
        />
        <p>
          <button className="button main" type="submit" aria-busy={isSending}>
            {isSending ? t('form.sending') : t('low_stock.save')}
          </button>
        </p>
      </Form>
    </main>
  )
}
