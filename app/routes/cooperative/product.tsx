import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { getReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { listMissedRules } from '#app/domain/stock/missed-rules-queries.server.ts'
import { freePieces } from '#app/domain/stock/pick-lots.ts'
import { listLots, listMovements } from '#app/domain/stock/queries.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { PackImage } from '#app/ui/pack-image.tsx'
import { ContentTable } from '../content-table.tsx'
import { ProposalMark } from '../waiting.tsx'
import { MissedRules } from './missed-rules.tsx'
import { ReadinessList } from './readiness-list.tsx'
import { Lots, Movements } from './stock-tables.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const product = await orErrorPage(requireProduct(db, officer, params.id ?? ''))
  const today = dayOf(new Date())
  const [lots, movements, requirements, missed] = await Promise.all([
    listLots(db, officer, product.variantId),
    listMovements(db, officer, product.variantId, after),
    getReadiness(db, officer, product.variantId, today),
    listMissedRules(db, officer, product.variantId, today),
  ])
  const free = freePieces(product.stock, lots, today)
  return { product, lots, movements, requirements, missed, free, today }
}

export default function ProductPage() {
  const { product, lots, movements, requirements, missed, free, today } = useLoaderData<typeof loader>()
  const { id, name, stock, content } = product
  const open = product.proposals.find(({ status }) =>
    ['draft', 'submitted', 'changes_asked'].includes(status),
  )
  return (
    <main className="page product-shown">
      <header>
        <div>
          <p>
            <Link className="link small" to={paths.cooperative.products}>
              {t('products.title')}
            </Link>
          </p>
          <h1>{name}</h1>
          <p className="quiet">
            {product.producerName}, {product.village}
          </p>
        </div>
        <Actions productId={id} openProposalId={open?.id} />
      </header>
      {open && (
        <p className="band info">
          <ProposalMark status={open.status} text={t(`products.change.${open.status as 'draft'}`)} />
          <Link className="link" to={paths.cooperative.proposal(open.id)}>
            {t('product.open_change')}
          </Link>
        </p>
      )}
      <div className="product-columns">
        <figure className="on-board">
          <PackImage
            photo={product.photo}
            alt={say({ key: 'review.photo_of', name })}
            widthMm={content.widthMm ?? 160}
            heightMm={content.heightMm ?? 230}
            isFirst
          />
        </figure>
        <section aria-labelledby="stok" className="stock">
          <h2 id="stok">{t('stock.title')}</h2>
          <dl className="stock-numbers">
            <div>
              <dt>{t('stock.available')}</dt>
              <dd>{formatNumber(free)}</dd>
            </div>
            <div>
              <dt>{t('stock.reserved')}</dt>
              <dd>{formatNumber(stock.reserved)}</dd>
            </div>
            <div>
              <dt>{t('stock.on_hand')}</dt>
              <dd>{formatNumber(stock.onHand)}</dd>
            </div>
          </dl>
          <Lots lots={lots} productId={id} today={today} />
          <MissedRules missed={missed} />
          <p className="actions">
            {lots.length > 0 && (
              <Link className="link" to={paths.cooperative.countOf(product.variantId)}>
                {t('count.title')}
              </Link>
            )}
            <Link className="link" to={paths.cooperative.lowStock(id)}>
              {t('stock_list.set_low')}
            </Link>
          </p>
        </section>
      </div>
      <ReadinessList requirements={requirements} productId={id} />
      <div className="product-lower">
        <section aria-labelledby="mutasi">
          <h2 id="mutasi">{t('stock.movements')}</h2>
          <Movements movements={movements} productId={id} />
        </section>
        <section aria-labelledby="rincian">
          <h2 id="rincian">{t('product.details')}</h2>
          <ContentTable
            caption={t('product.details')}
            content={withSamples(content, product.certificates)}
            names={product}
            barcode={
              product.barcode.kind === 'in_store'
                ? say({ key: 'product.is_in_store_code', gtin: product.barcode.gtin })
                : product.barcode.gtin
            }
          />
          <p>
            <Link className="link" to={paths.cooperative.productPapers(id)}>
              {t('certificates.of_goods')}
            </Link>{' '}
            <Link className="link" to={paths.product(product.slug)} reloadDocument>
              {t('review.see_public')}
            </Link>
          </p>
        </section>
      </div>
    </main>
  )
}

// Shown as what they are: examples, never a proof.
function withSamples(content: Content, certificates: { kind: string; isSample: boolean }[]): Content {
  const isSample = (kind: string) => certificates.some((one) => one.kind === kind && one.isSample)
  const sample = t('certificate.sample')
  return {
    ...content,
    ...(isSample('pirt') && { pirtNumber: sample }),
    ...(isSample('halal') && { halalNumber: sample }),
    ...(isSample('bpom_md') && { bpomNumber: sample }),
  }
}

function Actions({ productId, openProposalId }: { productId: string; openProposalId: string | undefined }) {
  const { proposal, change, labels, receiving } = paths.cooperative
  return (
    <div className="actions">
      <Link className="button second" to={openProposalId ? proposal(openProposalId) : change(productId)}>
        {t('product.change')}
      </Link>
      <Link className="button second" to={labels(productId)}>
        {t('label.title')}
      </Link>
      <Link className="button main" to={receiving(productId)}>
        {t('stock.receive')}
      </Link>
    </div>
  )
}
