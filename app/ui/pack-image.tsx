import type { CSSProperties } from 'react'

/** A photo as queries give it: the name of its files, and whether the worker has made every size and format. */
export type Photo = { hash: string; isReady: boolean }

type PackImageProps = {
  photo: Photo
  /** Empty where the name stands beside it. */
  alt: string
  /** The pack's own measure; drawn at `--mm` pixels a millimetre. */
  widthMm: number
  heightMm: number
  /** How wide it is shown, for the browser's choice of file. */
  sizes?: string
  isFirst?: boolean
}

const widths = [320, 640, 1280]
const file = (hash: string, width: number, type: string) => `/media/${hash}-${width}.${type}`
const set = (hash: string, type: string) =>
  widths.map((width) => `${file(hash, width, type)} ${width}w`).join(', ')

/** One file that is always there, for where only one can be named: in a drawing. */
export const packFile = ({ hash, isReady }: Photo): string => file(hash, isReady ? 320 : 640, 'webp')

/** The photo of a pack, as large as the pack is. Until every format is made, the two that the upload made. */
export function PackImage({ photo, alt, widthMm, heightMm, sizes = '200px', isFirst }: PackImageProps) {
  const { hash, isReady } = photo
  const style = { '--w': widthMm, '--h': heightMm } as CSSProperties
  return (
    <picture>
      {isReady && <source type="image/avif" srcSet={set(hash, 'avif')} sizes={sizes} />}
      <source
        type="image/webp"
        srcSet={isReady ? set(hash, 'webp') : file(hash, 640, 'webp')}
        sizes={sizes}
      />
      <img
        className="pack"
        src={file(hash, 640, 'jpeg')}
        alt={alt}
        width={Math.round(widthMm)}
        height={Math.round(heightMm)}
        style={style}
        loading={isFirst ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}
