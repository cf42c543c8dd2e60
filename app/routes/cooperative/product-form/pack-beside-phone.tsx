import { say, t } from '#app/messages/say.ts'
import { packFile } from '#app/ui/pack-image.tsx'

type PackBesidePhoneProps = {
  widthMm: number
  heightMm: number
  hash: string | undefined
}

const phone = { width: 75, height: 160 }
const gap = 32

/** The pack and a phone on one board, to scale: the quickest way to see that a measure is wrong. */
export function PackBesidePhone({ widthMm, heightMm, hash }: PackBesidePhoneProps) {
  const height = Math.max(heightMm, phone.height)
  const width = widthMm + gap + phone.width
  const x = widthMm + gap
  // Letters and board keep their size on the screen, however large the pack is.
  const unit = Math.max(width / 282, height / 300)
  const board = 8 * unit
  return (
    <svg
      className="pack-beside-phone"
      viewBox={`${-14 * unit} ${-6 * unit} ${width + 28 * unit} ${height + board + 10 * unit}`}
      role="img"
      aria-label={say({ key: 'product.beside_phone', width: widthMm, height: heightMm })}
    >
      <path
        className="board"
        d={`M${-14 * unit} ${height}h${width + 28 * unit}v${board}h${-width - 28 * unit}z`}
      />
      <path
        className="board-edge"
        d={`M${-14 * unit} ${height + board}h${width + 28 * unit}v${4 * unit}h${-width - 28 * unit}z`}
      />
      {hash ? (
        <image
          href={packFile({ hash, isReady: false })}
          y={height - heightMm}
          width={widthMm}
          height={heightMm}
          preserveAspectRatio="xMidYMid slice"
        />
      ) : (
        <rect className="no-photo" y={height - heightMm} width={widthMm} height={heightMm} />
      )}
      <rect
        className="phone"
        x={x}
        y={height - phone.height}
        width={phone.width}
        height={phone.height}
        rx="10"
      />
      <rect className="screen" x={x + 5} y={height - 150} width="65" height="138" rx="3" />
      <text x={x + 37.5} y={height - 76} textAnchor="middle" fontSize={Math.min(13, 12.5 * unit)}>
        {t('product.phone')}
      </text>
    </svg>
  )
}
