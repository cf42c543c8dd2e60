import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Actor } from '#app/domain/access/actors.ts'
import { roleName } from '#app/messages/roles.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Logo } from '#app/ui/logo.tsx'
import { portalOf } from './landing.ts'

type Props = {
  actor: Pick<Actor, 'kind' | 'personName' | 'organisationName' | 'role'>
  title: string
  /** Where the arrow leads; the portal when nothing is said. */
  back?: { to: string; text: string }
  notice?: string | undefined
  children: ReactNode
}

/** A page about oneself: the way back, who one is here, and the sections. */
export function AccountFrame({ actor, title, back, notice, children }: Props) {
  const way = back ?? {
    to: portalOf(actor.kind),
    text: say({ key: 'account.back', organisation: actor.organisationName }),
  }
  return (
    <div className="account">
      <header>
        <Link className="logo" to={paths.home}>
          <Logo name={t('app.name')} />
        </Link>
        <p className="small">
          <strong>{actor.personName}</strong>{' '}
          <span className="quiet">
            {roleName(actor.role)}, {actor.organisationName}
          </span>
        </p>
      </header>
      <main>
        <Link className="link way" to={way.to}>
          <Icon name="back" />
          {way.text}
        </Link>
        <h1>{title}</h1>
        {notice && (
          <p className="band ok" role="status">
            {notice}
          </p>
        )}
        {children}
      </main>
    </div>
  )
}
