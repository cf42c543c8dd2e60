import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listProducts } from '#app/domain/proposals/product-queries.server.ts'
import { listOpenProposals } from '#app/domain/proposals/waiting-queries.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { formatRupiah } from '#app/platform/money.ts'
import { Thumb } from '../thumb.tsx'
import { ProposalMark, waitingFor } from '../waiting.tsx'

export const meta: MetaFunction = () => [{ title: `${t('own.products')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const now = new Date()
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  const [products, open] = await Promise.all([
    listProducts(db, producer, dayOf(now), after),
    after ? [] : listOpenProposals(db, producer),
  ])
  return { ...products, open, isFirst: !after, now, name: producer.producerName }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function ProducerHome() {
  const { page, next, open, isFirst, now, name } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <h1>{name}</h1>
        <Link className="button main" to={paths.producer.newProduct}>
          {t('product.new')}
        </Link>
      </header>
      {open.length > 0 && (
        <section aria-labelledby="usulan">
          <h2 id="usulan">{t('own.drafts')}</h2>
          <p className="quiet small">{t('own.coop_approves')}</p>
          <ul className="tasks">
            {open.map((proposal) => (
              <Open key={proposal.id} proposal={proposal} now={now} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="produk">
        <h2 id="produk">{t('own.products')}</h2>
        {page.length === 0 && isFirst && <p className="quiet">{t('own.products_none')}</p>}
        <ul className="tasks">
          {page.map((product) => (
            <Product key={product.id} product={product} />
          ))}
        </ul>
      </section>
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('products.pages')}>
          {!isFirst && (
            <Link className="button second" to={paths.producer.home}>
              {t('products.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={`${paths.producer.home}?sesudah=${next}`}>
              {t('products.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}

function Open({ proposal, now }: { proposal: Data['open'][number]; now: Date }) {
  const { id, name, status, submittedAt, awaited, reason, photo, widthMm, heightMm } = proposal
  const isWaiting = status === 'submitted'
  return (
    <li>
      <Thumb photo={photo} widthMm={widthMm} heightMm={heightMm} />
      <div>
        <Link to={isWaiting ? paths.producer.review(id) : paths.producer.proposal(id)}>{name}</Link>
        <ProposalMark
          status={status}
          isMine={!isWaiting}
          {...(isWaiting && submittedAt && { text: waitingFor(awaited, submittedAt, now) })}
        />
        {status === 'changes_asked' && reason && <q className="small">{reason}</q>}
      </div>
    </li>
  )
}

function Product({ product }: { product: Data['page'][number] }) {
  const { id, name, status, photo, variant, change } = product
  return (
    <li>
      <Thumb photo={photo} widthMm={variant?.widthMm ?? null} heightMm={variant?.heightMm ?? null} />
      <div>
        {status === 'archived' ? (
          <strong>{name}</strong>
        ) : (
          <Link to={change ? paths.producer.review(change.id) : paths.producer.change(id)}>{name}</Link>
        )}
        {change ? (
          <ProposalMark status={change.status} text={t(`products.change.${change.status as 'draft'}`)} />
        ) : (
          <span className={status === 'published' ? 'status ok' : 'status quiet'}>
            {t(`products.is.${status}`)}
          </span>
        )}
        {variant && <span className="quiet small">{formatRupiah(variant.retailPrice)}</span>}
      </div>
    </li>
  )
}
