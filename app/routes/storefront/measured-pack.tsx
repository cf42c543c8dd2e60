import type { CSSProperties } from 'react'
import type { ShownPack, ShownProduct } from '#app/domain/catalogue/public-queries.server.ts'
import { say } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { formatMm } from '#app/platform/measure.ts'

/** The pack on a large board, with what it measures. */
export function MeasuredPack({ product, pack }: { product: ShownProduct; pack: ShownPack }) {
  const { widthMm: w, heightMm: h, photo } = pack
  // Lines and letters are as large beside a jar as beside a sack.
  const u = Math.max(h, w * 1.15) / 230
  const [width, height] = [formatMm(w), formatMm(h)]
  const words = product.photos.find(({ hash }) => hash === photo.hash)?.alt
  const measures = say({ key: 'shop.measures', name: product.name, width, height })
  const [left, top] = [-24 * u, -15 * u]
  return (
    <figure className="measured">
      <svg
        viewBox={`${-46 * u} ${-28 * u} ${w + 92 * u} ${h + 28 * u}`}
        role="img"
        preserveAspectRatio="xMidYMax meet"
        style={{ '--u': `${u}px` } as CSSProperties}
        aria-label={words ? `${words}. ${measures}` : measures}
      >
        <image
          href={paths.media(photo.hash, photo.isReady ? 1280 : 640, 'webp')}
          width={w}
          height={h}
          preserveAspectRatio="xMidYMid slice"
        />
        <path
          strokeWidth={0.7 * u}
          d={`M${left} 0V${h}M${left - 6 * u} 0h${12 * u}M${left - 6 * u} ${h - 0.4 * u}h${12 * u}M0 ${top}H${w}M0 ${top - 6 * u}v${12 * u}M${w} ${top - 6 * u}v${12 * u}`}
        />
        <g className="numbers" textAnchor="middle">
          <rect x={w / 2 - 28 * u} y={top - 8 * u} width={56 * u} height={16 * u} />
          <text x={w / 2} y={top + 3 * u}>
            {width}
          </text>
          <text transform={`translate(${left - 8 * u} ${h / 2}) rotate(-90)`}>{height}</text>
        </g>
      </svg>
      <figcaption>
        {say({ key: 'shop.product_from', village: product.village.name, district: product.village.district })}
      </figcaption>
    </figure>
  )
}
