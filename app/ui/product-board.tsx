import type { ReactNode } from 'react'
import { PackImage, type Photo } from './pack-image.tsx'

export type BoardProduct = {
  key: string
  href: string
  name: ReactNode
  /** On the rail: what it costs, and a second thing said smaller. */
  price: string
  priceNote?: string | undefined
  lines: ReactNode[]
  photo: Photo
  widthMm: number
  heightMm: number
  isSoldOut: boolean
}

type ProductBoardProps = {
  products: BoardProduct[]
  /** Of the names: one below the heading above the board. */
  level: 2 | 3
  columns: 4 | 6
  /** The first row is what people see first: its pictures are not put off. */
  isFirst?: boolean
}

/** How large packs are beside each other in a row: true sizes, softened, so that a jar is still seen beside a sack. */
const softened = (widthMm: number, heightMm: number) =>
  Math.min((240 / Math.max(widthMm, heightMm)) ** 0.45, 255 / heightMm, 215 / widthMm)

/** Products standing on boards, the price on the rail below. */
export function ProductBoard({ products, level, columns, isFirst }: ProductBoardProps) {
  const Name = `h${level}` as const
  return (
    <ul className={`goods of-${columns}`}>
      {products.map((product, i) => {
        const scale = softened(product.widthMm, product.heightMm)
        return (
          <li key={product.key} className={product.isSoldOut ? 'sold-out' : undefined}>
            <div className="stand">
              <PackImage
                photo={product.photo}
                alt=""
                widthMm={Math.round(product.widthMm * scale)}
                heightMm={Math.round(product.heightMm * scale)}
                sizes="180px"
                isFirst={isFirst && i < columns}
              />
            </div>
            <div>
              <p className="rail numbers">
                {product.price}
                {product.priceNote && <small>{product.priceNote}</small>}
              </p>
              <Name className="name">
                <a href={product.href}>{product.name}</a>
              </Name>
              {product.lines.map((line, n) => (
                <p key={n}>{line}</p>
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
