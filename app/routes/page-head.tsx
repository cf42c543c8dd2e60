import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type PageHeadProps = { back: { to: string; text: string }; title: string; note?: ReactNode }

/** The head of a page that stands below another: the way back, what it is, and of what. */
export function PageHead({ back, title, note }: PageHeadProps) {
  return (
    <header>
      <div>
        <p>
          <Link className="link small" to={back.to}>
            {back.text}
          </Link>
        </p>
        <h1>{title}</h1>
        {note && <p className="quiet">{note}</p>}
      </div>
    </header>
  )
}
