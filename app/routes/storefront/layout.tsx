import type { MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Link, NavLink, Outlet, useRouteError, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Logo } from '#app/ui/logo.tsx'

const isNotFound = (error: unknown): boolean => isRouteErrorResponse(error) && error.status === 404

// Only asked where a page could not be shown; otherwise the page says its own.
export const meta: MetaFunction = ({ error }) => [
  {
    title: say({ key: 'shop.title', title: t(isNotFound(error) ? 'shop.lost_title' : 'shop.broken_title') }),
  },
  { name: 'robots', content: 'noindex' },
]

export default function StorefrontLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

/** The frame of every public page: search first, then where one can go. */
function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="site">
      <a className="skip" href="#isi">
        {t('shop.skip')}
      </a>
      <header className="site-header">
        <Link className="logo" to={paths.home}>
          <Logo name={t('app.name')} />
        </Link>
        <SearchBox />
        <nav aria-label={t('shop.main_nav')}>
          <ul>
            <li>
              <NavLink to={paths.catalogue}>{t('shop.products')}</NavLink>
            </li>
            <li>
              <NavLink to={paths.villages}>{t('shop.villages')}</NavLink>
            </li>
            <li>
              <NavLink to={paths.stores}>{t('shop.stores')}</NavLink>
            </li>
            <li className="wide-only">
              <Link to={paths.signIn()}>{t('shop.sign_in')}</Link>
            </li>
          </ul>
        </nav>
      </header>
      <main id="isi">{children}</main>
      <footer className="site-footer">
        <p>{t('shop.footer')}</p>
        <ul>
          <li>
            <Link to={paths.cooperative.home}>{t('shop.for_cooperatives')}</Link>
          </li>
          <li>
            <Link to={paths.retail.home}>{t('shop.for_chains')}</Link>
          </li>
          <li>
            <Link to={paths.signIn()}>{t('shop.sign_in')}</Link>
          </li>
        </ul>
      </footer>
    </div>
  )
}

function SearchBox() {
  const [params] = useSearchParams()
  return (
    <form className="search" action={paths.catalogue}>
      <search>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          aria-label={t('shop.search_label')}
          placeholder={t('shop.search_hint')}
          defaultValue={params.get('q') ?? undefined}
          maxLength={200}
          enterKeyHint="search"
        />
        <button className="visually-hidden" type="submit">
          {t('shop.search')}
        </button>
      </search>
    </form>
  )
}

/** What stands here when a page does not: the frame with its search, and three ways on. */
export function ErrorBoundary() {
  const isLost = isNotFound(useRouteError())
  return (
    <Frame>
      <section className="lost">
        <h1>{t(isLost ? 'shop.lost_title' : 'shop.broken_title')}</h1>
        <p>{t(isLost ? 'shop.lost_help' : 'shop.broken_help')}</p>
        <ul>
          <li>
            <Link className="button main" to={paths.catalogue}>
              {t('shop.lost_catalogue')}
            </Link>
          </li>
          <li>
            <Link className="link" to={paths.villages}>
              {t('shop.lost_villages')}
            </Link>
          </li>
          <li>
            <Link className="link" to={paths.stores}>
              {t('shop.lost_stores')}
            </Link>
          </li>
        </ul>
      </section>
    </Frame>
  )
}
