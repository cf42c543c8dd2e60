import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Logo } from '#app/ui/logo.tsx'
import { SearchBox } from './search-box.tsx'

/** Why a page could not be shown, and what to do. */
function saidOf(error: unknown) {
  const known = isRouteErrorResponse(error) ? error : null
  if (known?.status === 404) return { title: t('shop.lost_title'), help: t('shop.lost_help') }
  if (known?.status === 429)
    return {
      title: t('shop.too_often_title'),
      help: say({ key: 'shop.too_often_help', minutes: Number(known.data) }),
    }
  return { title: t('shop.broken_title'), help: t('shop.broken_help') }
}

// Only asked where a page could not be shown; otherwise the page says its own.
export const meta: MetaFunction = ({ error }) => [
  { title: say({ key: 'shop.title', title: saidOf(error).title }) },
  { name: 'robots', content: 'noindex' },
]

// Of a page that is shown nothing is added; of one that is not, when to come again.
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

export default function StorefrontLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

const aisles = [
  { href: paths.catalogue, name: 'shop.products' },
  { href: paths.villages, name: 'shop.villages' },
  { href: paths.stores, name: 'shop.stores' },
] as const

/** The frame of every public page: search first, then where one can go. */
function Frame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <div className="site">
      <a className="skip" href="#isi">
        {t('shop.skip')}
      </a>
      <header className="site-header">
        <a className="logo" href={paths.home}>
          <Logo name={t('app.name')} />
        </a>
        <SearchBox />
        <nav aria-label={t('shop.main_nav')}>
          <ul>
            {aisles.map(({ href, name }) => (
              <li key={href}>
                <a href={href} aria-current={pathname.startsWith(href) ? 'page' : undefined}>
                  {t(name)}
                </a>
              </li>
            ))}
            <li className="wide-only">
              <a href={paths.signIn()}>{t('shop.sign_in')}</a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="isi">{children}</main>
      <footer className="site-footer">
        <p>{t('shop.footer')}</p>
        <ul>
          <li>
            <a href={paths.cooperative.home}>{t('shop.for_cooperatives')}</a>
          </li>
          <li>
            <a href={paths.apply}>{t('apply.title')}</a>
          </li>
          <li>
            <a href={paths.retail.home}>{t('shop.for_chains')}</a>
          </li>
          <li>
            <a href={paths.signIn()}>{t('shop.sign_in')}</a>
          </li>
        </ul>
      </footer>
    </div>
  )
}

/** What stands here when a page does not: the frame with its search, and three ways on. */
export function ErrorBoundary() {
  const { title, help } = saidOf(useRouteError())
  return (
    <Frame>
      <section className="lost">
        <h1>{title}</h1>
        <p>{help}</p>
        <ul>
          <li>
            <a className="button main" href={paths.catalogue}>
              {t('shop.lost_catalogue')}
            </a>
          </li>
          <li>
            <a className="link" href={paths.villages}>
              {t('shop.lost_villages')}
            </a>
          </li>
          <li>
            <a className="link" href={paths.stores}>
              {t('shop.lost_stores')}
            </a>
          </li>
        </ul>
      </section>
    </Frame>
  )
}
