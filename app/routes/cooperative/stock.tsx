import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { countStock, listStock } from '#app/domain/stock/overview-queries.server.ts'
import { type StockView, stockViews } from '#app/domain/stock/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import stockUrl from '#app/styles/stock.css?url'
import { ListSearch } from './list-search.tsx'
import { StockCards } from './stock-cards.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stockUrl }]
export const meta: MetaFunction = () => [{ title: `${t('stock_list.title')} | ${t('app.name')}` }]

const viewNames = { all: '', low: 'menipis', soon: 'segera', past: 'lewat' } as const
const isNamed = (name: string | null) => (view: StockView) => viewNames[view] === (name ?? '')

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { searchParams } = new URL(request.url)
  const view = stockViews.find(isNamed(searchParams.get('tampil'))) ?? 'all'
  const search = (searchParams.get('cari') ?? '').slice(0, 100)
  const after = searchParams.get('sesudah') ?? undefined
  const today = dayOf(new Date())
  const [list, counts] = await Promise.all([
    listStock(db, officer, { view, search, after }, today),
    countStock(db, officer, today),
  ])
  return { ...list, counts, view, search, isFirst: !after }
}

type Here = { view: StockView; search: string; after?: string }

function addressOf({ view, search, after }: Here): string {
  const query = new URLSearchParams({
    ...(view !== 'all' && { tampil: viewNames[view] }),
    ...(search && { cari: search }),
    ...(after && { sesudah: after }),
  })
  return query.size ? `${paths.cooperative.stock}?${query}` : paths.cooperative.stock
}

export default function Stock() {
  const { page, next, counts, view, search, isFirst } = useLoaderData<typeof loader>()
  return (
    <main className="page">
      <header>
        <h1>{t('stock_list.title')}</h1>
      </header>
      {counts.all > 0 && (
        <>
          <nav aria-label={t('stock_list.views')}>
            <ul className="stock-views">
              {stockViews.map((one) => (
                <li key={one}>
                  <Link
                    to={addressOf({ view: one, search })}
                    aria-current={one === view ? 'page' : undefined}
                  >
                    {t(`stock_list.view.${one}`)} <span>{counts[one]}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <ListSearch
            action={paths.cooperative.stock}
            search={search}
            label={t('stock_list.search')}
            submit={t('stock_list.search_go')}
            kept={view === 'all' ? null : { name: 'tampil', value: viewNames[view] }}
          />
        </>
      )}
      {page.length > 0 && <StockCards packs={page} />}
      {page.length === 0 && isFirst && <Nothing view={view} search={search} hasAny={counts.all > 0} />}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('stock_list.pages')}>
          {!isFirst && (
            <Link className="button second" to={addressOf({ view, search })}>
              {t('stock_list.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={addressOf({ view, search, after: next })}>
              {t('stock_list.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}

function Nothing({ view, search, hasAny }: Here & { hasAny: boolean }) {
  return (
    <div className="empty">
      <p>{search ? say({ key: 'stock_list.none_found', search }) : t(`stock_list.none.${view}`)}</p>
      {hasAny ? (
        <Link className="link" to={paths.cooperative.stock}>
          {t('stock_list.show_all')}
        </Link>
      ) : (
        <Link className="button main" to={paths.cooperative.newProduct}>
          {t('product.new')}
        </Link>
      )}
    </div>
  )
}
