import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { moveProduct } from '#app/domain/catalogue/move-product.server.ts'
import { moveVariant } from '#app/domain/catalogue/move-variant.server.ts'
import { listPriceChanges } from '#app/domain/catalogue/price-queries.server.ts'
import { moveSellingForm } from '#app/domain/catalogue/selling.ts'
import { requireSelling } from '#app/domain/catalogue/selling-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'
import { PriceChanges } from './price-changes.tsx'

export const meta: MetaFunction = () => [{ title: `${t('selling.title')} | ${t('app.name')}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const product = await orErrorPage(requireSelling(db, officer, params.id ?? ''))
  const prices = await Promise.all(product.packs.map(({ id }) => listPriceChanges(db, officer, id)))
  return {
    product: { ...product, packs: product.packs.map((pack, i) => ({ ...pack, prices: prices[i] ?? [] })) },
    mayArchive: may(officer, 'product.archive'),
    membershipId: officer.membershipId,
    now: new Date(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const officer = await requireCooperative(request)
  const productId = params.id ?? ''
  return submit(await request.formData(), officer, moveSellingForm, async (asked) => {
    if (asked.what === 'product') await moveProduct(db, officer, { ...asked, productId }, new Date())
    else await moveVariant(db, officer, { ...asked, productId }, new Date())
    return redirect(paths.cooperative.selling(productId))
  })
}

export default function Selling() {
  const { product, mayArchive, membershipId, now } = useLoaderData<typeof loader>()
  const { id, name, status, packs, moves } = product
  const reserved = packs.reduce((sum, { stock }) => sum + stock.reserved, 0)
  const form = answeredForm(useActionData<typeof action>(), 'penjualan')
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.product(id), text: name }}
        title={t('selling.title')}
        note={t(`selling.is.${status}`)}
      />
      <FormProblem errors={form.errors} />
      <p>{t(`selling.says.${status}`)}</p>
      {reserved > 0 && <p>{say({ key: 'selling.open_orders', pieces: formatNumber(reserved) })}</p>}
      {status === 'published' && <Move to="paused" membershipId={membershipId} />}
      {status === 'paused' && <Move to="published" membershipId={membershipId} />}
      {status !== 'archived' &&
        (mayArchive ? (
          <details className="archiving">
            <summary className="button danger">{t('selling.archive_title')}</summary>
            <p>{t('selling.archive_help')}</p>
            <Move to="archived" membershipId={membershipId} />
          </details>
        ) : (
          <p className="quiet small">{t('selling.archive_manager')}</p>
        ))}
      <h2>{t('selling.packs')}</h2>
      {packs.map(({ id: variantId, netContent, retailPrice, isEnded, stock, prices }) => (
        <section key={variantId} aria-labelledby={`kemasan-${variantId}`}>
          <h3 id={`kemasan-${variantId}`}>
            {netContent}, {formatRupiah(retailPrice)}
          </h3>
          <p className="quiet">
            {t(isEnded ? 'selling.is.ended' : 'selling.is.sold')}.{' '}
            {say({
              key: 'selling.pack_stock',
              onHand: formatNumber(stock.onHand),
              reserved: formatNumber(stock.reserved),
            })}
          </p>
          <PriceChanges packId={variantId} changes={prices} now={now} />
          {packs.length > 1 && status !== 'archived' && (
            <Move to={isEnded ? 'sold' : 'ended'} variantId={variantId} membershipId={membershipId} />
          )}
        </section>
      ))}
      <h2>{t('selling.moves')}</h2>
      {moves.length === 0 && <p className="quiet">{t('selling.moves_none')}</p>}
      <ol className="trail">
        {moves.map(({ id: move, at, reason, who, pack, toStatus }) => {
          const what = t(`selling.is.${toStatus as 'paused'}`)
          return (
            <li key={move}>
              <time dateTime={at.toISOString()}>{formatInstant(at)}</time>
              <span>
                {pack
                  ? say({ key: 'selling.moved_pack', pack, what, who })
                  : say({ key: 'selling.moved', what, who })}
                {reason && <span className="quiet by">{reason}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </main>
  )
}

type MoveProps = {
  to: 'paused' | 'published' | 'archived' | 'ended' | 'sold'
  variantId?: string
  membershipId: string
}

function Move({ to, variantId, membershipId }: MoveProps) {
  const answer = useActionData<typeof action>()
  const id = `${to}-${variantId ?? 'produk'}`
  const isAsked =
    answer?.initialValue?.to === to && (answer.initialValue.variantId ?? undefined) === variantId
  const form = answeredForm(isAsked ? answer : undefined, id)
  return (
    <Form method="post" className="stacked">
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="what" value={variantId ? 'variant' : 'product'} />
      <input type="hidden" name="to" value={to} />
      {variantId && <input type="hidden" name="variantId" value={variantId} />}
      {to !== 'published' && to !== 'sold' && (
        <Field
          label={t('selling.reason')}
          help={t('selling.reason_help')}
          field={form.field('reason')}
          maxLength={200}
          autoComplete="off"
        />
      )}
      <p>
        <button className={to === 'archived' ? 'button danger' : 'button second'} type="submit">
          {t(`selling.do.${to}`)}
        </button>
      </p>
    </Form>
  )
}
