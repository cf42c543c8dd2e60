import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listOwnPapers } from '#app/domain/certificates/queries.server.ts'
import { getSoonDays } from '#app/domain/certificates/remind-days.server.ts'
import { requireProducer } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
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
      <Papers {...own} {...days} id="usaha" name={name} at={paths.producer.ownPapers} />
      {products.map(({ id, ...product }) => (
        <Papers key={id} {...product} {...days} id={id} at={paths.producer.productPapers(id)} />
      ))}
    </main>
  )
}

type PapersProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'today' | 'soonDays'> &
  ReturnType<typeof useLoaderData<typeof loader>>['own'] & { id: string; name: string; at: string }

/** The papers of the business or of one of its goods, and the way to send another. */
function Papers({ id, name, at, current, history, ...days }: PapersProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {current.length === 0 && <p className="quiet">{t('certificates.none')}</p>}
      <PaperList
        papers={current}
        {...days}
        heading="h3"
        renewAt={(paper) => `${at}?jenis=${paper.kind}#tambah`}
      />
      <p>
        <Link
          className="button second"
          to={`${at}#tambah`}
          aria-label={say({ key: 'certificate.add_for', name })}
        >
          {t('certificate.add')}
        </Link>
      </p>
      <PaperHistory papers={history} />
    </section>
  )
}
