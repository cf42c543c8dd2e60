import { Form } from '@remix-run/react'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { MembershipField } from '../portal.tsx'

type Session = { id: string; device: string; isKnownDevice: boolean; createdAt: Date; isThis: boolean }

/** Where one is signed in, and the way to end it there. */
export function Devices({ sessions, actor }: { sessions: Session[]; actor: { membershipId: string } }) {
  return (
    <section aria-labelledby="perangkat">
      <h2 id="perangkat">{t('account.sessions')}</h2>
      <ul className="rows">
        {sessions.map((session) => (
          <Device key={session.id} session={session} membershipId={actor.membershipId} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post">
          <MembershipField membershipId={actor.membershipId} />
          <button className="button second" type="submit" name="others" value="on">
            {t('account.sessions_end_others')}
          </button>
        </Form>
      )}
    </section>
  )
}

function Device({ session, membershipId }: { session: Session; membershipId: string }) {
  const device = session.device || t('account.session_unknown')
  const since = formatInstant(session.createdAt)
  return (
    <li>
      <p>
        <strong>{device}</strong>
        <span className="quiet small">
          {say({ key: 'account.session_since', since })}
          {session.isKnownDevice && `, ${t('account.session_known')}`}
        </span>
      </p>
      {session.isThis ? (
        <span className="small ok">{t('account.session_this')}</span>
      ) : (
        <Form method="post">
          <MembershipField membershipId={membershipId} />
          <button
            className="button second dense"
            type="submit"
            name="sessionId"
            value={session.id}
            aria-label={say({ key: 'account.session_end_named', device, since })}
          >
            {t('account.session_end')}
          </button>
        </Form>
      )}
    </li>
  )
}
