import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type BuyersPaper, requireBuyersPapers } from '#app/domain/certificates/buyer-queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { type Day, dayOf, formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import papersUrl from '#app/styles/papers.css?url'
import { Icon } from '#app/ui/icon.tsx'
import { PageHead } from '../page-head.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: papersUrl }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${say({ key: 'certificate.buyer_title', name: data?.name ?? '' })} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireRetail(request)
  const found = await orErrorPage(requireBuyersPapers(db, buyer, params.slug ?? ''))
  return { ...found, today: dayOf(new Date()) }
}

export default function BuyersPapers() {
  const { name, producerName, papers, today } = useLoaderData<typeof loader>()
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.retail.catalogue, text: t('trade.title') }}
        title={say({ key: 'certificate.buyer_title', name })}
        note={producerName}
      />
      <p className="quiet small">{t('certificate.buyer_why')}</p>
      {papers.length === 0 ? (
        <p className="empty">{t('certificate.buyer_none')}</p>
      ) : (
        <ul className="papers">
          {papers.map((paper) => (
            <Row key={paper.id} paper={paper} today={today} />
          ))}
        </ul>
      )}
    </main>
  )
}

function Row({ paper, today }: { paper: BuyersPaper; today: Day }) {
  const { id, kind, number, expiresOn, isSample, isChecked, isPdf } = paper
  const isOver = expiresOn !== null && expiresOn <= today
  const tone = isOver ? 'stop' : isChecked ? 'ok' : 'wait'
  const name = t(`certificate.kind.${kind}`)
  return (
    <li>
      <div className="paper-what">
        <h2>{name}</h2>
        {isSample ? (
          <p className="sample small">{t('certificate.is.sample')}</p>
        ) : (
          <p className="digits">{number}</p>
        )}
      </div>
      <div className="paper-state">
        <span className={`status ${tone}`}>
          <Icon name={isOver ? 'cross' : isChecked ? 'check' : 'clock'} />
          {isOver
            ? say({ key: 'certificate.is.over', day: formatDay(expiresOn) })
            : t(isChecked ? 'certificate.checked' : 'certificate.unchecked')}
        </span>
        <p className="small">
          {expiresOn ? say({ key: 'certificate.until', day: formatDay(expiresOn) }) : t('certificate.no_end')}
        </p>
      </div>
      <div className="paper-ways">
        {isChecked &&
          (isPdf ? (
            <a className="link" href={paths.paperFile(id)} download>
              {t('certificate.open_pdf')}
            </a>
          ) : (
            <details className="paper-file">
              <summary>{t('certificate.open_file')}</summary>
              <img
                src={paths.paperFile(id)}
                alt={say({ key: 'certificate.file_of', kind: name, number })}
                loading="lazy"
              />
            </details>
          ))}
      </div>
    </li>
  )
}
