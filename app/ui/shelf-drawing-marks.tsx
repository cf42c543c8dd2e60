import type { ComponentPropsWithoutRef } from 'react'
import { say } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import type { DrawnItem } from './shelf-drawing.tsx'
import { Packs } from './shelf-drawing-packs.tsx'
import { boardMm, type DrawingLayout, type DrawnLevel, railMm, textWidth } from './shelf-geometry.ts'

type MarkProps = {
  item: DrawnItem
  level: DrawnLevel
  layout: DrawingLayout
  itemProps?: ((item: DrawnItem) => ComponentPropsWithoutRef<'g'>) | undefined
}

const boxOf = ({ item, level, layout: { originX } }: MarkProps) => {
  const height = item.packHeightMm * item.stack
  return {
    x: originX + item.startMm,
    y: level.floorY - height,
    width: item.facings * item.packWidthMm,
    height,
  }
}

/** An outline around packs and rail, with a grip at either side. */
export function SelectedOutline(props: MarkProps) {
  const { x, y, width, height } = boxOf(props)
  const top = Math.min(y - 10, props.level.floorY - 60)
  const bottom = props.level.floorY + boardMm + railMm - 1
  const middle = y + height / 2 - 22
  return (
    <g className="selected">
      <rect x={x - 1} y={top} width={width + 2} height={bottom - top} rx="5" />
      <path d={`M${x - 1} ${middle}v44M${x + width + 1} ${middle}v44`} />
    </g>
  )
}

/** What does not fit, at half strength, with how much is missing on a flag. */
export function RefusedOutline(props: MarkProps) {
  const { item, level, layout, itemProps } = props
  const { x, y, width, height } = boxOf(props)
  const text = item.flag ?? say({ key: 'drawing.short_of', missing: formatMm(item.overMm ?? 0) })
  return (
    <g className="refused" data-key={item.key} {...itemProps?.(item)}>
      <g className="half">
        <Packs item={item} x={x} floorY={level.floorY} isNamed={Boolean(itemProps?.(item)['aria-label'])} />
      </g>
      <Over item={item} x={x} y={y} width={width} height={height} />
      <rect className="outline" x={x} y={y} width={width} height={height} />
      <Flag x={x + 12} y={Math.max(2, y - 44)} text={text} layout={layout} />
    </g>
  )
}

type OverProps = { item: DrawnItem; x: number; y: number; width: number; height: number }

function Over({ item, x, y, width, height }: OverProps) {
  if (!item.overMm) return null
  if (item.overAt === 'top')
    return <rect className="over" x={x} y={y} width={width} height={Math.min(item.overMm, height)} />
  const over = Math.min(item.overMm, width)
  const left = item.overAt === 'left' ? x : x + width - over
  return <rect className="over" x={left} y={y} width={over} height={height} />
}

type FlagProps = { x: number; y: number; text: string; layout: DrawingLayout }

// Near the right end it hangs back, so that all of it can be read.
function Flag({ x, y, text, layout }: FlagProps) {
  const width = textWidth(text, layout.textMm + 2) + 24
  const height = layout.textMm * 2
  return (
    <g transform={`translate(${Math.min(x, layout.width - width - 2)} ${y})`}>
      <rect className="flag" width={width} height={height} rx="4" />
      <text x={width / 2} y={height * 0.68} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}
