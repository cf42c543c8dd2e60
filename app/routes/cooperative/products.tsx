import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listPassedOn } from '#app/domain/notices/passed-on-queries.server.ts'
import { listProducts } from '#app/domain/proposals/product-queries.server.ts'
import { listOpenProposals } from '#app/domain/proposals/waiting-queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Thumb } from '../thumb.tsx'
import { ProposalMark } from '../waiting.tsx'
import { WaitingList } from './task-list.tsx'

export const meta: MetaFunction = () => [{ title: `${t('products.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const now = new Date()
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const [products, open] = await Promise.all([
    listProducts(db, officer, dayOf(now), after),
    after ? [] : listOpenProposals(db, officer),
  ])
  // A change of a product stands beside the product.
  const ids = open.map(({ id }) => id)
  const passedOn = await listPassedOn(db, 'proposal.submitted', ids)
  return { ...products, open: open.filter(({ productId }) => !productId), passedOn, isFirst: !after, now }
}

type Product = ReturnType<typeof useLoaderData<typeof loader>>['page'][number]

export default function Products() {
  const { page, next, open, passedOn, isFirst, now } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <h1>{t('products.title')}</h1>
        <Link className="button main" to={paths.cooperative.newProduct}>
          {t('product.new')}
        </Link>
      </header>
      {open.length > 0 && (
        <section aria-labelledby="usulan">
          <h2 id="usulan">{t('products.open')}</h2>
          <WaitingList proposals={open} passedOn={passedOn} now={now} />
        </section>
      )}
      {page.length === 0 && isFirst && open.length === 0 && <p className="empty">{t('products.none')}</p>}
      {page.length > 0 && (
        <section aria-labelledby="terbit">
          <h2 id="terbit" className={open.length ? undefined : 'visually-hidden'}>
            {t('products.published')}
          </h2>
          <table className="table products">
            <thead>
              <tr>
                <td />
                <th scope="col">{t('products.product')}</th>
                <th scope="col" className="number">
                  {t('products.stock')}
                </th>
                <th scope="col" className="number">
                  {t('products.to_retail')}
                </th>
                <th scope="col" className="number">
                  {t('products.in_store')}
                </th>
                <th scope="col">{t('products.status')}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((product) => (
                <Row key={product.id} product={product} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('products.pages')}>
          {!isFirst && (
            <Link className="button second" to={paths.cooperative.products}>
              {t('products.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={`${paths.cooperative.products}?sesudah=${next}`}>
              {t('products.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}

function Row({
  product: { id, name, status, producerName, photo, variant, sizes, available, reserved, change },
}: {
  product: Product
}) {
  return (
    <tr>
      <td>
        <Thumb photo={photo} widthMm={variant?.widthMm ?? null} heightMm={variant?.heightMm ?? null} />
      </td>
      <th scope="row">
        <Link to={paths.cooperative.product(id)}>{name}</Link>
        <small>
          {producerName}
          {sizes > 1 && `, ${say({ key: 'product.sizes', count: sizes })}`}
        </small>
      </th>
      <td className="number" data-label={t('products.stock')}>
        {available > 0 ? formatNumber(available) : <span className="stop">{t('products.sold_out')}</span>}
        {reserved > 0 && <small>{say({ key: 'products.reserved', count: formatNumber(reserved) })}</small>}
      </td>
      <td className="number" data-label={t('products.to_retail')}>
        {variant && formatRupiah(variant.wholesalePrice)}
      </td>
      <td className="number" data-label={t('products.in_store')}>
        {variant && formatRupiah(variant.retailPrice)}
      </td>
      <td>
        {change ? (
          <ProposalMark status={change.status} text={t(`products.change.${change.status as 'draft'}`)} />
        ) : (
          <span className={status === 'published' ? 'status ok' : 'status quiet'}>
            {t(`products.is.${status}`)}
          </span>
        )}
      </td>
    </tr>
  )
}
