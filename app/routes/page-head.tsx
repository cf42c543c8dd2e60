import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type PageHeadProps = { back?: { to: string; text: string }; title: string; note?: ReactNode }

/** The head of a page: the way back where it stands below another, what it is, and of what. */
export function PageHead({ back, title, note }: PageHeadProps) {
  return (
    <header>
      <div>
        {back && (
          <p>
            <Link className="link small" to={back.to}>
              {back.text}
            </Link>
          </p>
        )}
        <h1>{title}</h1>
        {note && <p className="quiet">{note}</p>}
      </div>
    </header>
  )
}
