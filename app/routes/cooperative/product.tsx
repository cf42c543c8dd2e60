import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { getReadiness } from '#app/domain/catalogue/readiness-queries.server.ts'
import type { Content } from '#app/domain/proposals/content.ts'
import { requireProduct } from '#app/domain/proposals/product-queries.server.ts'
import { isOpen } from '#app/domain/proposals/rules.ts'
import { listMissedRules } from '#app/domain/stock/missed-rules-queries.server.ts'
import { listLots, listMovements } from '#app/domain/stock/queries.server.ts'
import { listWherePackStands } from '#app/domain/stores/where-pack-stands.server.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { PackImage } from '#app/ui/pack-image.tsx'
import { ContentTable } from '../content-table.tsx'
import { sizeName } from '../content-text.ts'
import { ShareLink } from '../share-link.tsx'
import { ProposalMark } from '../waiting.tsx'
import { MissedRules } from './missed-rules.tsx'
import { ReadinessList } from './readiness-list.tsx'
import { Lots, Movements } from './stock-tables.tsx'
import { WherePackStands } from './where-pack-stands.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.name ?? ''} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { searchParams } = new URL(request.url)
  const after = searchParams.get('sesudah') ?? undefined
  const today = dayOf(new Date())
  const product = await orErrorPage(
    requireProduct(db, officer, params.id ?? '', today, searchParams.get('ukuran')),
  )
  const [lots, movements, requirements, missed, stores] = await Promise.all([
    listLots(db, officer, product.variantId),
    listMovements(db, officer, product.variantId, after),
    getReadiness(db, officer, product.variantId, today),
    listMissedRules(db, officer, product.variantId, today),
    listWherePackStands(db, officer, product.variantId, today),
  ])
  const publicUrl = new URL(paths.product(product.slug), request.url).href
  return { product, publicUrl, lots, movements, requirements, missed, stores, today }
}

type ShownProduct = ReturnType<typeof useLoaderData<typeof loader>>['product']

export default function ProductPage() {
  const { product, publicUrl, lots, movements, requirements, missed, stores, today } =
    useLoaderData<typeof loader>()
  const { id, name, stock, content } = product
  const shown = content.variants.find(({ variantId }) => variantId === product.variantId)
  const open = product.proposals.find(({ status }) => isOpen(status))
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
          {product.status === 'published' && (
            <p className="public-ways">
              <Link className="link" to={paths.product(product.slug)} reloadDocument>
                {t('review.see_public')}
              </Link>
              <ShareLink
                className="link"
                text={say({ key: 'share.product', name, producer: product.producerName, url: publicUrl })}
              />
            </p>
          )}
        </div>
        {product.status !== 'archived' && (
          <Actions productId={id} packId={product.variantId} openProposalId={open?.id} />
        )}
      </header>
      {product.status === 'archived' && <p className="band info">{t('selling.says.archived')}</p>}
      {open && (
        <p className="band info">
          <ProposalMark status={open.status} text={t(`products.change.${open.status as 'draft'}`)} />
          <Link className="link" to={paths.cooperative.proposal(open.id)}>
            {t('product.open_change')}
          </Link>
        </p>
      )}
      <Packs product={product} />
      <div className="product-columns">
        <figure className="on-board">
          <PackImage
            photo={product.photo}
            alt={say({ key: 'review.photo_of', name })}
            widthMm={shown?.widthMm ?? 160}
            heightMm={shown?.heightMm ?? 230}
            isFirst
          />
        </figure>
        <section aria-labelledby="stok" className="stock">
          <h2 id="stok">{t('stock.title')}</h2>
          <StockNumbers stock={stock} />
          <Lots lots={lots} productId={id} packId={product.variantId} today={today} />
          <MissedRules missed={missed} />
          <p className="actions">
            {lots.length > 0 && (
              <Link className="link" to={paths.cooperative.countOf(product.variantId)}>
                {t('count.title')}
              </Link>
            )}
            <Link className="link" to={paths.cooperative.lowStock(id, product.variantId)}>
              {t('stock_list.set_low')}
            </Link>
            <Link className="link" to={paths.cooperative.selling(id)}>
              {t('selling.change')}
            </Link>
          </p>
        </section>
      </div>
      {product.status !== 'archived' && <ReadinessList requirements={requirements} productId={id} />}
      <WherePackStands stores={stores} />
      <div className="product-lower">
        <section aria-labelledby="mutasi">
          <h2 id="mutasi">{t('stock.movements')}</h2>
          <Movements movements={movements} productId={id} packId={product.variantId} />
        </section>
        <section aria-labelledby="rincian">
          <h2 id="rincian">{t('product.details')}</h2>
          <ContentTable
            caption={t('product.details')}
            content={withSamples(content, product.certificates)}
            names={product}
            // Of the packs the chosen one.
            isShown={(_, at) => at === null || content.variants[at] === shown}
            barcodeOf={({ variantId }) => barcodeOf(product.packs.find((pack) => pack.id === variantId))}
          />
          <p>
            <Link className="link" to={`${paths.cooperative.selling(id)}#kemasan-${product.variantId}`}>
              {t('prices.title')}
            </Link>
          </p>
        </section>
      </div>
    </main>
  )
}

function StockNumbers({ stock }: { stock: ShownProduct['stock'] }) {
  return (
    <dl className="stock-numbers">
      <div>
        <dt>{t('stock.available')}</dt>
        <dd>{formatNumber(stock.available)}</dd>
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
  )
}

/** Which pack the stock below is of, where there are several. */
function Packs({ product: { id, packs, variantId, content } }: { product: ShownProduct }) {
  if (packs.length < 2) return null
  return (
    <nav className="packs" aria-label={t('product.section.more')}>
      <ul>
        {packs.map((pack) => {
          const variant = content.variants.find((one) => one.variantId === pack.id)
          return (
            <li key={pack.id}>
              <Link
                to={paths.cooperative.pack(id, pack.id)}
                aria-current={pack.id === variantId ? 'page' : undefined}
                preventScrollReset
              >
                <strong>{variant ? sizeName(variant) : pack.netContent}</strong>
                <small>
                  {pack.isEnded
                    ? t('product.no_longer')
                    : say({ key: 'product.pieces', pieces: formatNumber(pack.available) })}
                </small>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function barcodeOf(pack: ShownProduct['packs'][number] | undefined): string | undefined {
  if (pack?.gtinKind !== 'in_store') return pack?.gtin
  return say({ key: 'product.is_in_store_code', gtin: pack.gtin })
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

type ActionsProps = { productId: string; packId: string; openProposalId: string | undefined }

function Actions({ productId, packId, openProposalId }: ActionsProps) {
  const { proposal, change, labels, receiving } = paths.cooperative
  return (
    <div className="actions">
      <Link className="button second" to={openProposalId ? proposal(openProposalId) : change(productId)}>
        {t('product.change')}
      </Link>
      <Link className="button second" to={labels(productId)}>
        {t('label.title')}
      </Link>
      <Link className="button main" to={receiving(productId, packId)}>
        {t('stock.receive')}
      </Link>
    </div>
  )
}
