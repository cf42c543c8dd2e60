import { Form, Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Actor } from '#app/domain/access/actors.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Logo } from '#app/ui/logo.tsx'

type PortalProps = {
  actor: Pick<Actor, 'personName' | 'organisationName' | 'role'>
  label: string
  home: string
  links: { to: string; text: string }[]
  /** The inbox of this portal, and how much in it is not done with; who is never told anything has none. */
  news?: { to: string; count: number }
  children: ReactNode
}

// A longer number is no use and leaves no room for the name.
const mostCounted = 99

/** The frame of every portal: where one is, as whom, and the way out. */
export function Portal({ actor, label, home, links, news, children }: PortalProps) {
  return (
    <>
      <a className="skip" href="#isi">
        {t('portal.skip')}
      </a>
      <header className="bar">
        <Link className="logo" to={home}>
          <Logo name={t('app.name')} />
        </Link>
        <nav aria-label={label}>
          <ul>
            {links.map(({ to, text }) => (
              <li key={to}>
                <NavLink to={to} end={to === home}>
                  {text}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="who">
          {news && <NewsDoor {...news} />}
          <Link to={paths.account}>
            <strong>{actor.personName}</strong>
            <span>
              {roleName(actor.role)}, {actor.organisationName}
            </span>
          </Link>
          <Form method="post" action={paths.signOut}>
            <button className="link small" type="submit">
              {t('portal.sign_out')}
            </button>
          </Form>
        </div>
      </header>
      <div id="isi">{children}</div>
    </>
  )
}

function NewsDoor({ to, count }: { to: string; count: number }) {
  return (
    <NavLink className="news-door" to={to}>
      {t('news.title')}
      {count > 0 && (
        <>
          <span className="badge" aria-hidden="true">
            {count > mostCounted ? `${mostCounted}+` : count}
          </span>
          <span className="visually-hidden">, {say({ key: 'news.count', count })}</span>
        </>
      )}
    </NavLink>
  )
}

/** Says for which membership a form was drawn; `submit` refuses it under another. */
export function MembershipField({ membershipId }: { membershipId: string }) {
  return <input type="hidden" name="membershipId" value={membershipId} />
}
