import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnPapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { t } from '#app/messages/say.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import papersUrl from '#app/styles/papers.css?url'
import { PaperHistory, PaperList } from '../papers/paper-list.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction = () => [{ title: `${t('certificates.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const producer = await requireProducer(request)
  const today = dayOf(new Date())
  const [papers, soonDays] = await Promise.all([listOwnPapers(db, producer), getSoonDays(db, today)])
  return { ...papers, soonDays, today, name: producer.producerName }
}

export default function ProducerPapers() {
  const { own, products, soonDays, today, name } = useLoaderData<typeof loader>()
  const days = { today, soonDays }
  return (
    <main className="page papers-page">
      <header>
        <div>
          <h1>{t('certificates.title')}</h1>
          <p className="quiet">{t('certificates.own_intro')}</p>
        </div>
      </header>
      <section aria-labelledby="usaha">
        <h2 id="usaha">{name}</h2>
        {own.current.length === 0 && <p className="quiet">{t('certificates.none')}</p>}
        <PaperList papers={own.current} {...days} heading="h3" />
        <PaperHistory papers={own.history} />
      </section>
      {products.map(({ id, name: product, current, history }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{product}</h2>
          {current.length === 0 && <p className="quiet">{t('certificates.none')}</p>}
          <PaperList papers={current} {...days} heading="h3" />
          <PaperHistory papers={history} />
        </section>
      ))}
    </main>
  )
}
