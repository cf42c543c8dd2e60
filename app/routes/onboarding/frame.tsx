import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Logo } from '#app/ui/logo.tsx'

type Props = { title: string; back?: { to: string; text: string }; children: ReactNode }

/** The page of somebody who applies: no menu, one thing at a time. */
export function ApplyFrame({ title, back, children }: Props) {
  return (
    <div className="apply">
      <header>
        <Link className="logo" to={paths.home}>
          <Logo name={t('app.name')} />
        </Link>
        <Link className="link small" to={paths.signIn()}>
          {t('sign_in.title')}
        </Link>
      </header>
      <main>
        {back && (
          <Link className="link way" to={back.to}>
            <Icon name="back" />
            {back.text}
          </Link>
        )}
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}

/** A private link is nobody else's: no engine lists it and no other site is told of it. */
export const privateMeta = (title: string) => [
  { title: `${title} | ${t('app.name')}` },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]
