import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Actor } from '#app/domain/access/actors.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
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

// React 18 knows no popovers, and hands such attributes on as they are: the menu needs no script of ours.
const menu = { popover: 'auto' }
const menuDoor = { popovertarget: 'menu' }

/** The frame of every portal: where one is, as whom, and the way out. On a phone the places are behind one button, which names the one shown. */
export function Portal({ actor, label, home, links, news, children }: PortalProps) {
  const { pathname } = useLocation()
  const here = links.find(({ to }) => pathname === to || (to !== home && pathname.startsWith(`${to}/`)))
  return (
    <>
      <a className="skip" href="#isi">
        {t('portal.skip')}
      </a>
      <header className="bar">
        <Link className="logo" to={home}>
          <Logo name={t('app.name')} />
        </Link>
        <button className="menu-door" type="button" {...menuDoor}>
          <Icon name="menu" />
          <span className={here && 'visually-hidden'}>{t('portal.menu')} </span>
          {here && <span>{here.text}</span>}
        </button>
        {/* Made anew on every page, so that it closes behind whoever chose a place. */}
        <div className="menu" id="menu" key={pathname} {...menu}>
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
        </div>
        {news && <NewsDoor {...news} />}
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
