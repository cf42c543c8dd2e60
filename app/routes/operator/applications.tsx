import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listApplications } from '#app/domain/onboarding/queries.server.ts'
import { requireOperator } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import checklistUrl from '#app/styles/checklist.css?url'
import { Icon } from '#app/ui/icon.tsx'
import { usualText } from '../onboarding/usual.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: checklistUrl }]
export const meta: MetaFunction = () => [{ title: `${t('applications.title')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const operator = await requireOperator(request)
  const after = new URL(request.url).searchParams.get('sesudah') ?? undefined
  return { ...(await listApplications(db, operator, after)), now: new Date() }
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>
type Row = Listed['page'][number]

export default function ApplicationsPage() {
  const { page, next, asked, decided, usual, now } = useLoaderData<typeof loader>()
  const wait = ({ submittedAt, changedAt }: Row) => {
    const text = formatWait(submittedAt ?? changedAt, now)
    return text === 'baru saja' ? t('applications.waits_now') : say({ key: 'applications.waits', wait: text })
  }
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('applications.title')}</h1>
          <p className="quiet">
            {t('applications.waiting_why')}{' '}
            {usual && say({ key: 'applications.usual', usual: usualText(usual) })}
          </p>
        </div>
      </header>
      {page.length === 0 ? (
        <p className="empty">{t('applications.none')}</p>
      ) : (
        <List rows={page} mark={(row) => ({ colour: 'wait', text: wait(row) })} />
      )}
      {next && (
        <p>
          <Link className="button second" to={`${paths.operator.applications}?sesudah=${next}`}>
            {t('applications.next')}
          </Link>
        </p>
      )}
      {asked.length > 0 && (
        <section aria-labelledby="diminta">
          <h2 id="diminta">{t('applications.asked')}</h2>
          <List
            rows={asked}
            mark={({ changedAt }) => ({
              colour: 'info',
              text: say({ key: 'applications.asked_since', wait: formatWait(changedAt, now) }),
            })}
          />
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="putusan">
          <h2 id="putusan">{t('applications.decided')}</h2>
          <List
            rows={decided}
            mark={({ status, decidedAt }) => ({
              colour: status === 'approved' ? 'ok' : 'stop',
              text: `${t(`applications.status.${status}`)}, ${formatInstant(decidedAt ?? now)}`,
            })}
          />
        </section>
      )}
    </main>
  )
}

type ListProps = {
  rows: Row[]
  mark: (row: Row) => { colour: 'wait' | 'info' | 'ok' | 'stop'; text: string }
}

const icons = { wait: 'clock', info: 'clock', ok: 'check', stop: 'cross' } as const

function List({ rows, mark }: ListProps) {
  return (
    <ul className="applications">
      {rows.map((row) => {
        const { colour, text } = mark(row)
        return (
          <li key={row.id}>
            <p>
              <Link to={paths.operator.application(row.id)}>{row.legalName}</Link>
              <span className="quiet small">
                {row.number}, {row.village?.name ?? t('apply.kind.retail_chain')}
                {row.isSample && `, ${t('apply.sample').toLowerCase()}`}
              </span>
            </p>
            <span className={`status ${colour}`}>
              <Icon name={icons[colour]} />
              {text}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
