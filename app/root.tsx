import fontUrl from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url'
import type { LinksFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import { createContext, type ReactNode, useContext } from 'react'
import { t } from '#app/messages/say.ts'
import { paths } from './paths.ts'
import stylesUrl from './styles/site.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: fontUrl, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: '/rak.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/rak-192.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

/** What a route says about itself in `handle`: public pages are HTML, portals hydrate. */
export type Handle = { hydrates: boolean }

/** The nonce that this answer's inline scripts carry; given by the server, empty in the browser. */
export const Nonce = createContext<string | undefined>(undefined)

export function Layout({ children }: { children: ReactNode }) {
  const hydrates = useMatches().some(({ handle }) => (handle as Handle | undefined)?.hydrates)
  const nonce = useContext(Nonce)
  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrates && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const text = known && typeof error.data === 'string' && error.status !== 404 ? error.data : undefined
  return (
    <main className="error-page">
      <title>{t('app.name')}</title>
      <h1>{text ?? t(known && error.status === 404 ? 'error.not_found' : 'error.broken')}</h1>
      <p>
        <Link className="link" to={paths.home}>
          {t('error.back_home')}
        </Link>
      </p>
    </main>
  )
}
