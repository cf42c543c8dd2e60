import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { countWaiting } from '#app/domain/shelf-orders/retail-queries.server.ts'
import { listWaiting } from '#app/domain/shelf-orders/waiting-queries.server.ts'
import { listDrafts } from '#app/domain/shelf-plans/queries.server.ts'
import { listStores } from '#app/domain/stores/queries.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { dayOf, formatInstant, formatPeriod, formatWait } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { Drafts, StoreLinks, Waiting } from './home-parts.tsx'

export const meta: MetaFunction = () => [{ title: `${t('retail.portal')} | ${t('app.name')}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  const now = new Date()
  const mayLook = may(member, 'shelf.read')
  const [waiting, counts, drafts, stores] = await orErrorPage(
    Promise.all([
      listWaiting(db, member, now),
      countWaiting(db, member),
      mayLook ? listDrafts(db, member, dayOf(now)) : [],
      mayLook ? listStores(db, member, dayOf(now)) : [],
    ]),
  )
  return { waiting, stillSent: counts.sent - waiting.overdue.length, drafts, stores, mayLook, now }
}

export default function RetailHome() {
  const { waiting, stillSent, drafts, stores, mayLook, now } = useLoaderData<typeof loader>()
  const { countered, overdue } = waiting
  return (
    <main className="page retail-home">
      <h1>{t('retail.hello')}</h1>
      <Waiting
        title={t('retail.counter_offers')}
        icon="wait"
        rows={countered.map((one) => ({
          ...one,
          text: say({ key: 'retail.offered_since', wait: formatWait(one.answeredAt ?? now, now) }),
        }))}
      />
      <Waiting
        title={t('retail.overdue')}
        icon="stop"
        rows={overdue.map((one) => ({
          ...one,
          text: say({
            key: 'retail.overdue_since',
            wait: formatWait(one.answerBy, now),
            until: formatInstant(one.answerBy),
          }),
        }))}
      />
      <p className="quiet">
        {countered.length + overdue.length === 0 && `${t('retail.nothing_waits')} `}
        {stillSent > 0 && (
          <Link className="link" to={paths.retail.orders}>
            {say({ key: 'retail.still_sent', count: stillSent })}
          </Link>
        )}
      </p>
      {mayLook && (
        <div className="columns">
          <Drafts
            rows={drafts.map((draft) => ({
              ...draft,
              text: say({
                key: 'retail.draft',
                period: formatPeriod(draft.startsOn, draft.endsOn),
                products: draft.products,
                person: draft.changedBy,
                at: formatInstant(draft.changedAt),
              }),
            }))}
          />
          <StoreLinks stores={stores} />
        </div>
      )}
    </main>
  )
}
