import type { ReactNode } from 'react'

type AisleProps = {
  heading: string
  /** The way to more of it. */
  more?: string
  to?: string
  id?: string
  /** Its boards run to the edges of the screen. */
  isWide?: boolean
  children: ReactNode
}

/** A section of a page: what it is, the way to more, and what stands there. */
export function Aisle({ heading, more, to, id, isWide = false, children }: AisleProps) {
  return (
    <section className={isWide ? 'aisle wide' : 'aisle'} id={id}>
      <div className="aisle-head">
        <h2>{heading}</h2>
        {more && to && (
          <a className="link" href={to}>
            {more}
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
