import type { ComponentPropsWithoutRef } from 'react'
import { say, t } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import type { DrawnBlock, DrawnItem } from './shelf-drawing.tsx'
import { Packs } from './shelf-drawing-packs.tsx'
import {
  boardMm,
  type DrawingLayout,
  type DrawnLevel,
  type DrawnSpan,
  gapsOf,
  railMm,
  textWidth,
} from './shelf-geometry.ts'

const widthOf = (item: DrawnItem): number => item.facings * item.packWidthMm
const spanOf = (item: DrawnItem): DrawnSpan => ({
  startMm: item.startMm,
  endMm: item.startMm + widthOf(item),
})

type LevelProps = {
  items: DrawnItem[]
  itemProps?: ((item: DrawnItem) => ComponentPropsWithoutRef<'g'>) | undefined
  layout: DrawingLayout
  level: DrawnLevel
  blocks: DrawnBlock[]
  isFull: boolean
  hatch: string
}

/** One level: wall, what is free, what stands there, board and rail. */
export function Level({ layout, level, items: all, blocks, isFull, hatch, itemProps }: LevelProps) {
  const { topY, floorY, heightMm, widthMm } = level
  const x = layout.originX
  const [items, refused] = [
    all.filter((item) => item.state !== 'refused'),
    all.filter((item) => item.state === 'refused'),
  ]
  const taken = [...blocks, ...items.map(spanOf)]
  // The width is written where nothing that was refused hides it.
  const isCovered = ({ startMm, endMm }: DrawnSpan) =>
    refused.map(spanOf).some((span) => span.startMm < endMm && startMm < span.endMm)
  return (
    <g>
      <rect className="wall" x={x} y={topY} width={widthMm} height={heightMm} />
      {isFull && (
        <>
          <text className="level" x={x - 26} y={floorY - 20} textAnchor="end">
            {level.level}
          </text>
          <text className="clear" x={x - 26} y={floorY + 4} textAnchor="end">
            {formatMm(heightMm)}
          </text>
        </>
      )}
      {gapsOf(widthMm, taken).map(({ startMm, endMm }) => (
        <Free
          key={startMm}
          x={x + startMm}
          widthMm={endMm - startMm}
          level={level}
          isLabelled={isFull && endMm - startMm >= layout.textMm * 5.3 && !isCovered({ startMm, endMm })}
          hatch={hatch}
        />
      ))}
      {blocks.map((block) => (
        <Block key={block.startMm} x={x + block.startMm} block={block} level={level} isFull={isFull} />
      ))}
      <rect className="board" x={x} y={floorY} width={widthMm} height={boardMm} />
      <rect className="board-edge" x={x} y={floorY + boardMm - 4} width={widthMm} height="4" />
      <rect className="rail" x={x} y={floorY + boardMm} width={widthMm} height={railMm} />
      {blocks.map(({ startMm }) => (
        <path key={startMm} className="tick" d={`M${x + startMm} ${floorY + boardMm}v${railMm}`} />
      ))}
      {items.map((item) => (
        <g
          key={item.key}
          className={item.state === 'dim' ? 'item dim' : 'item'}
          data-key={item.key}
          {...itemProps?.(item)}
        >
          <Packs
            item={item}
            x={x + item.startMm}
            floorY={floorY}
            isNamed={Boolean(itemProps?.(item)['aria-label'])}
          />
          <RailText
            item={item}
            x={x + item.startMm}
            y={floorY + boardMm}
            isFull={isFull}
            textMm={layout.textMm}
          />
        </g>
      ))}
    </g>
  )
}

type RailTextProps = { item: DrawnItem; x: number; y: number; isFull: boolean; textMm: number }

function RailText({ item, x, y, isFull, textMm }: RailTextProps) {
  const facings = say({ key: 'drawing.facings', facings: item.facings })
  const fits = (text: string) => textWidth(text, textMm) + 12 <= widthOf(item)
  return (
    <>
      <path className="tick" d={`M${x} ${y}v${railMm}`} />
      {isFull && (
        <text className="rail-text" x={x + 8} y={y + 18}>
          <tspan className="strong">{fits(facings) ? facings : item.facings}</tspan>
          {item.note && fits(`${facings} ${item.note}`) && <tspan> {item.note}</tspan>}
        </text>
      )}
    </>
  )
}

type FreeProps = { x: number; widthMm: number; level: DrawnLevel; isLabelled: boolean; hatch: string }

function Free({ x, widthMm, level, isLabelled, hatch }: FreeProps) {
  const middle = { x: x + widthMm / 2, textAnchor: 'middle' } as const
  const y = level.topY + level.heightMm / 2
  return (
    <g className="free">
      <rect x={x} y={level.topY + 6} width={widthMm} height={level.heightMm - 6} fill={`url(#${hatch})`} />
      {isLabelled && (
        <>
          <text {...middle} y={y - 4}>
            {formatMm(widthMm)}
          </text>
          <text {...middle} y={y + 18}>
            {t('drawing.free')}
          </text>
        </>
      )}
    </g>
  )
}

type BlockProps = { x: number; block: DrawnBlock; level: DrawnLevel; isFull: boolean }

function Block({ x, block, level, isFull }: BlockProps) {
  const width = block.endMm - block.startMm
  const top = level.topY + level.heightMm / 2 - (block.text.length - 1) * 12 + 4
  return (
    <g className="block">
      <title>{block.text.join(', ')}</title>
      <rect x={x} y={level.topY + 6} width={width} height={level.heightMm - 6} />
      {isFull &&
        width >= 120 &&
        block.text.map((line, i) => (
          <text key={line} x={x + width / 2} y={top + i * 24} textAnchor="middle">
            {line}
          </text>
        ))}
    </g>
  )
}
