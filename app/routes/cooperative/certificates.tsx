import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { countCertificates, listCertificates } from '#app/domain/certificates/list-queries.server.ts'
import { producerKinds, type View, views } from '#app/domain/certificates/rules.ts'
import { requireCooperative } from '#app/gates.server.ts'
import type { CertificateKind } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import papersUrl from '#app/styles/papers.css?url'
import stockUrl from '#app/styles/stock.css?url'
import { PaperList } from '../papers/paper-list.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stockUrl },
  { rel: 'stylesheet', href: papersUrl },
]
export const meta: MetaFunction = () => [{ title: `${t('certificates.title')} | ${t('app.name')}` }]

const viewWords = {
  all: '',
  ending: 'segera',
  over: 'habis',
  waiting: 'diperiksa',
  rejected: 'ditolak',
  bare: 'tanpa-kertas',
} as const satisfies Record<View, string>

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const { searchParams } = new URL(request.url)
  const view = views.find((one) => viewWords[one] === (searchParams.get('tampil') ?? '')) ?? 'all'
  const kind = producerKinds.find((one) => one === searchParams.get('jenis')) ?? null
  const after = searchParams.get('sesudah') ?? undefined
  const today = dayOf(new Date())
  const [list, counts] = await Promise.all([
    listCertificates(db, officer, { view, kind, after }, today),
    countCertificates(db, officer, today),
  ])
  return { ...list, counts, view, kind, isFirst: !after, today }
}

type Here = { view: View; kind: CertificateKind | null; after?: string }

function addressOf({ view, kind, after }: Here): string {
  const query = new URLSearchParams({
    ...(view !== 'all' && { tampil: viewWords[view] }),
    ...(kind && { jenis: kind }),
    ...(after && { sesudah: after }),
  })
  return query.size ? `${paths.cooperative.certificates}?${query}` : paths.cooperative.certificates
}

type Paper = ReturnType<typeof useLoaderData<typeof loader>>['page'][number]

export default function Certificates() {
  const { page, next, counts, view, kind, isFirst, today, soonDays } = useLoaderData<typeof loader>()
  const byId = new Map(page.map((paper) => [paper.id, paper]))
  const placeOf = (id: string) => holderOf(byId.get(id))
  return (
    <main className="page papers-page">
      <header>
        <h1>{t('certificates.title')}</h1>
      </header>
      {counts.all > 0 && (
        <>
          <nav aria-label={t('certificates.views')}>
            <ul className="stock-views">
              {views.map((one) => (
                <li key={one}>
                  <Link to={addressOf({ view: one, kind })} aria-current={one === view ? 'page' : undefined}>
                    {t(`certificates.view.${one}`)} <span>{counts[one]}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <KindFilter view={view} kind={kind} />
        </>
      )}
      <PaperList
        papers={page}
        today={today}
        soonDays={soonDays}
        renewAt={({ id, kind: its }) => `${placeOf(id).papers}?jenis=${its}#tambah`}
        of={({ id }) => (
          <p>
            <Link className="link" to={placeOf(id).papers}>
              {placeOf(id).name}
            </Link>
          </p>
        )}
      />
      {page.length === 0 && (
        <div className="empty">
          <p>{t(counts.all ? 'certificates.none_in_view' : 'certificates.none_yet')}</p>
          {counts.all ? (
            <Link className="link" to={paths.cooperative.certificates}>
              {t('certificates.show_all')}
            </Link>
          ) : (
            <Link className="button main" to={paths.cooperative.products}>
              {t('certificates.go_products')}
            </Link>
          )}
        </div>
      )}
      {(next || !isFirst) && (
        <nav className="pages" aria-label={t('certificates.pages')}>
          {!isFirst && (
            <Link className="button second" to={addressOf({ view, kind })}>
              {t('certificates.first')}
            </Link>
          )}
          {next && (
            <Link className="button second" to={addressOf({ view, kind, after: next })}>
              {t('certificates.next')}
            </Link>
          )}
        </nav>
      )}
    </main>
  )
}

function holderOf(paper: Paper | undefined): { name: string; papers: string } {
  const { product, producer } = paper ?? {}
  if (product) return { name: product.name, papers: paths.cooperative.productPapers(product.id) }
  return { name: producer?.name ?? '', papers: paths.cooperative.memberPapers(producer?.id ?? '') }
}

function KindFilter({ view, kind }: Here) {
  return (
    <Form className="member-search" action={paths.cooperative.certificates}>
      {view !== 'all' && <input type="hidden" name="tampil" value={viewWords[view]} />}
      <div className="field">
        <label htmlFor="jenis">{t('certificates.kind')}</label>
        <div className="box">
          <select id="jenis" name="jenis" defaultValue={kind ?? ''} key={kind}>
            <option value="">{t('certificates.any_kind')}</option>
            {producerKinds.map((one) => (
              <option key={one} value={one}>
                {t(`certificate.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <button className="button second" type="submit">
        {t('certificates.pick')}
      </button>
    </Form>
  )
}
