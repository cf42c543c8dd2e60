import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { compareCount, listLotsToCount } from '#app/domain/stock/count-queries.server.ts'
import { type CountStock, countStockForm } from '#app/domain/stock/count-rules.ts'
import { countStock } from '#app/domain/stock/count-stock.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { newId } from '#app/platform/ids.ts'
import stockUrl from '#app/styles/stock.css?url'
import { FormProblem } from '#app/ui/field.tsx'
import { MembershipField } from '../portal.tsx'
import { CountFields } from './count-fields.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stockUrl }]
export const meta: MetaFunction = () => [{ title: `${t('count.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const variantIds = new URL(request.url).searchParams.getAll('kemasan')
  const lots = await listLotsToCount(db, officer, variantIds)
  return {
    hasChosen: variantIds.length > 0,
    lots: lots.map((lot) => ({ ...lot, movementId: newId('movement') })),
    membershipId: officer.membershipId,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  return submit(await request.formData(), officer, countStockForm, async ({ step, lots }) => {
    if (step === 'again') return answered(lots.map((lot) => ({ ...lot, expected: undefined })))
    if (step === 'check' && lots.some(({ counted }) => counted !== undefined))
      return answered(await compareCount(db, officer, { lots }))
    await countStock(db, officer, { lots }, new Date())
    return redirect(paths.cooperative.stock)
  })
}

/** The form as it was typed, with what is recorded beside what was counted. */
function answered(lots: CountStock['lots']) {
  const text = (number: number | undefined) => (number === undefined ? '' : String(number))
  const typed = lots.map(({ counted, expected, ...lot }) => ({
    ...lot,
    counted: text(counted),
    expected: text(expected),
  }))
  return data({ initialValue: { lots: typed }, error: null }, { status: 200 })
}

type Answer = Parameters<typeof answeredForm>[0]

export default function StockCount() {
  const { lots, hasChosen, membershipId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Answer
  const form = answeredForm(answer, 'hitung')
  const isSending = useNavigation().state === 'submitting'
  const lines = lots.map((lot, i) => typedLine(lot, i, answer))
  // A count that was refused is typed again; one whose reason is missing goes on.
  const isReview =
    lines.some(({ expected }) => expected) && !lines.some(({ counted }) => counted.errors?.length)
  return (
    <main className="page narrow">
      <header>
        <div>
          <p>
            <Link className="link small" to={paths.cooperative.stock}>
              {t('stock_list.title')}
            </Link>
          </p>
          <h1>{t(isReview ? 'count.differences' : 'count.title')}</h1>
          {lots.length > 0 && (
            <p className="quiet">{t(isReview ? 'count.differences_help' : 'count.help')}</p>
          )}
        </div>
      </header>
      {lots.length === 0 ? (
        <div className="empty">
          <p>{t(hasChosen ? 'count.no_lots' : 'count.choose')}</p>
          <Link className="button main" to={paths.cooperative.stock}>
            {t('count.to_list')}
          </Link>
        </div>
      ) : (
        <Form method="post" className="stacked" noValidate>
          <FormProblem errors={form.errors} />
          <MembershipField membershipId={membershipId} />
          <CountFields lines={lines} isReview={isReview} />
          <p className="stock-moves">
            <button
              className="button main"
              name="step"
              value={isReview ? 'save' : 'check'}
              type="submit"
              aria-busy={isSending}
            >
              {isSending ? t('form.sending') : t(isReview ? 'count.save' : 'count.check')}
            </button>
            {isReview && (
              <button className="button second" name="step" value="again" type="submit">
                {t('count.again')}
              </button>
            )}
          </p>
        </Form>
      )}
    </main>
  )
}

type Lot = ReturnType<typeof useLoaderData<typeof loader>>['lots'][number]
export type CountLine = ReturnType<typeof typedLine>

/**
 * A lot with what was typed of it. Lots may have come and gone since the form was drawn, so what was typed is looked up
 * by the lot and never by its place.
 */
function typedLine(lot: Lot, i: number, answer: Answer) {
  const form = answeredForm(answer, 'hitung')
  const typed = (answer?.initialValue?.lots ?? []) as { lotId?: unknown }[]
  const at = typed.findIndex(({ lotId }) => lotId === lot.id)
  const field = (part: string) => ({
    ...form.field(`lots[${at < 0 ? typed.length : at}].${part}`),
    id: `hitung-${i}-${part}`,
    name: `lots[${i}].${part}`,
  })
  return {
    lot,
    prefix: `lots[${i}]`,
    movementId: field('movementId').initialValue ?? lot.movementId,
    counted: field('counted'),
    expected: field('expected').initialValue,
    reason: field('reason'),
  }
}
