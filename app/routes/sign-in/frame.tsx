import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Logo } from '#app/ui/logo.tsx'

/** The page on the way in: one form that stands on a board, and on the rail below whom it is for. */
export function SignInFrame({ title, rail, children }: { title: string; rail: string; children: ReactNode }) {
  return (
    <div className="sign-in">
      <header>
        <Link className="logo" to={paths.home}>
          <Logo name={t('app.name')} />
        </Link>
        <Link className="link small" to={paths.catalogue}>
          {t('sign_in.home')}
        </Link>
      </header>
      <main>
        <div className="bay">
          <h1>{title}</h1>
          {children}
        </div>
        <p className="rail">{rail}</p>
      </main>
    </div>
  )
}
