import { formatMm, formatNumber } from '#app/platform/measure.ts'
import type { DrawingLayout } from './shelf-geometry.ts'

const y = 44

/** A tick every 50 mm, a number every 200. */
export function Ruler({ layout: { originX, widthMm } }: { layout: DrawingLayout }) {
  const ticks = Array.from({ length: Math.floor(widthMm / 50) + 1 }, (_, i) => i * 50)
  const labels = ticks.filter((mm) => mm % 200 === 0 && mm <= widthMm - 120)
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines takes no focus, and its numbers tell a listener nothing
    <g className="ruler" aria-hidden="true">
      <path d={ticks.map((mm) => `M${originX + mm} ${mm % 200 ? y - 8 : y - 14}V${y}`).join('')} />
      {labels.map((mm) => (
        <text key={mm} x={originX + mm} y={y - 20} textAnchor={mm ? 'middle' : 'start'}>
          {formatNumber(mm)}
        </text>
      ))}
      <text x={originX + widthMm} y={y - 20} textAnchor="end">
        {formatMm(widthMm)}
      </text>
    </g>
  )
}
