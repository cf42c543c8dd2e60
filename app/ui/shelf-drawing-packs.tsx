import { say } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import { packFile } from './pack-image.tsx'
import type { DrawnItem } from './shelf-drawing.tsx'

type PacksProps = {
  item: DrawnItem
  x: number
  floorY: number
  /** Something around them says what they are already. */
  isNamed?: boolean
}

/** The packs of an item, standing on `floorY`. */
export function Packs({ item, x, floorY, isNamed }: PacksProps) {
  const { packWidthMm: width, packHeightMm: height, facings, stack, photo, name } = item
  const href = packFile(photo)
  return (
    <g className="packs">
      {!isNamed && (
        <title>{say({ key: 'drawing.item', name, facings, width: formatMm(facings * width) })}</title>
      )}
      {Array.from({ length: facings * stack }, (_, i) => (
        <image
          key={i}
          href={href}
          x={x + Math.floor(i / stack) * width}
          y={floorY - ((i % stack) + 1) * height}
          width={width}
          height={height}
          preserveAspectRatio="xMidYMid slice"
        />
      ))}
    </g>
  )
}
