import { PackImage, type Photo } from '#app/ui/pack-image.tsx'

export type ThumbProps = { photo: Photo | null; widthMm: number | null; heightMm: number | null }

/** A pack in a list: its own shape, made to fit a square of 44 px. The name stands beside it. */
export function Thumb({ photo, widthMm, heightMm }: ThumbProps) {
  if (!photo) return <span className="thumb" />
  const [width, height] = [widthMm ?? 160, heightMm ?? 230]
  const scale = 44 / Math.max(width, height)
  return (
    <span className="thumb">
      <PackImage photo={photo} alt="" widthMm={width * scale} heightMm={height * scale} sizes="48px" />
    </span>
  )
}
