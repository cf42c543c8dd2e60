import { Form, Link } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatInstant, formatWait } from '#app/platform/calendar.ts'
import { FormProblem } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { MembershipField } from '../portal.tsx'
import type { Inbox } from './inbox.server.ts'

type Row = Inbox['page'][number]

/** The inbox of any portal: what waits for an answer on top, then the rest, what is unread first. */
export function InboxPage({ inbox, problems }: { inbox: Inbox; problems?: string[] | null | undefined }) {
  const { waiting, page, next, isFirst, newest, membershipId, now } = inbox
  const hasUnread = [...waiting, ...page].some(({ isUnread }) => isUnread)
  return (
    <main className="page news">
      <header>
        <h1>{t('news.title')}</h1>
        <Link className="link" to={paths.noticeSettings}>
          {t('news.settings')}
        </Link>
      </header>
      <FormProblem errors={problems} />
      {waiting.length > 0 && (
        <section aria-labelledby="menunggu">
          <h2 id="menunggu">{say({ key: 'news.waiting', count: waiting.length })}</h2>
          <p className="quiet small">{t('news.waiting_why')}</p>
          <ul className="news-list awaited">
            {waiting.map((row) => (
              <li key={row.id} className={row.isUnread ? 'unread' : undefined}>
                <NoticeText row={row} />
                <p className="quiet small">
                  <Icon name="clock" />
                  {say({ key: 'news.since', wait: formatWait(row.toldAt, now) })}
                  {row.step > 0 && ` · ${t(row.step === 1 ? 'news.passed_on_1' : 'news.passed_on_2')}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="lain">
        <div className="news-head">
          <h2 id="lain" className={waiting.length ? undefined : 'visually-hidden'}>
            {t(waiting.length ? 'news.rest' : 'news.title')}
          </h2>
          {isFirst && hasUnread && newest && (
            <Form method="post">
              <MembershipField membershipId={membershipId} />
              <input type="hidden" name="upTo" value={newest} />
              <button className="button second" type="submit">
                {t('news.all_read')}
              </button>
            </Form>
          )}
        </div>
        {page.length === 0 ? (
          <p className="quiet">{t(waiting.length ? 'news.nothing_else' : 'news.empty')}</p>
        ) : (
          <ul className="news-list">
            {page.map((row) => (
              <li key={row.id} className={row.isUnread ? 'unread' : undefined}>
                <NoticeText row={row} />
                <div className="news-foot">
                  <time className="quiet small" dateTime={row.toldAt.toISOString()}>
                    {formatInstant(row.toldAt)}
                  </time>
                  {!row.waits && <ReadButton row={row} membershipId={membershipId} />}
                </div>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p>
            <Link className="link" to={`?setelah=${next}`}>
              {t('news.more')}
            </Link>
          </p>
        )}
      </section>
    </main>
  )
}

function NoticeText({ row }: { row: Row }) {
  return (
    <p className="news-text">
      {row.isUnread && (
        <>
          <span className="dot" aria-hidden="true" />
          <span className="visually-hidden">{t('news.is_unread')}. </span>
        </>
      )}
      {row.isOpenable ? (
        // The notice's own address: opening it marks it as read and goes on to the thing.
        <Link to={paths.notice(row.id)} reloadDocument>
          {row.text}
        </Link>
      ) : (
        row.text
      )}
    </p>
  )
}

function ReadButton({ row, membershipId }: { row: Row; membershipId: string }) {
  return (
    <Form method="post" preventScrollReset>
      <MembershipField membershipId={membershipId} />
      <input type="hidden" name="noticeId" value={row.id} />
      <input type="hidden" name="intent" value={row.isUnread ? 'read' : 'unread'} />
      <button className="link small" type="submit">
        {t(row.isUnread ? 'news.read' : 'news.unread')}
        <span className="visually-hidden">: {row.text}</span>
      </button>
    </Form>
  )
}
