import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react'
import { say, t } from '#app/messages/say.ts'
import { formatMm } from '#app/platform/measure.ts'
import type { Photo } from './pack-image.tsx'
import { RefusedOutline, SelectedOutline } from './shelf-drawing-marks.tsx'
import { Packs } from './shelf-drawing-packs.tsx'
import { Ruler } from './shelf-drawing-ruler.tsx'
import { ShelfTable } from './shelf-drawing-table.tsx'
import {
  boardMm,
  type DrawingLayout,
  type DrawnLevel,
  type DrawnShelf,
  type DrawnSize,
  type DrawnSpan,
  gapsOf,
  layoutOf,
  railMm,
  uprightMm,
} from './shelf-geometry.ts'

export type { DrawnShelf }

/** Facings of one pack side by side on a board. */
export type DrawnItem = {
  key: string
  level: number
  startMm: number
  facings: number
  /** Packs on top of each other. */
  stack: number
  packWidthMm: number
  packHeightMm: number
  name: string
  photo: Photo
  /** On the rail beside the facings: `isi 18`. */
  note?: string | undefined
  /** Dim: not there yet, or not what the drawing is about. */
  state?: 'dim' | 'selected' | 'refused' | undefined
  /** Of a refused one: how much does not fit, and on which side. */
  overMm?: number | undefined
  overAt?: 'left' | 'right' | 'top' | undefined
  /** What its flag says instead of "Kurang 20 mm". */
  flag?: string | undefined
}

/** A span that something else takes: what, and until when. */
export type DrawnBlock = { level: number; startMm: number; endMm: number; text: string[] }

type ShelfDrawingProps = {
  title: string
  shelves: DrawnShelf[]
  items: DrawnItem[]
  blocks?: DrawnBlock[]
  size: DrawnSize
  /** Makes the drawing one that can be used: what each item is to hand and keyboard. */
  itemProps?: (item: DrawnItem) => ComponentPropsWithoutRef<'g'>
  svgProps?: ComponentPropsWithoutRef<'svg'>
  /** More SVG on top, in millimetres of the same drawing. */
  children?: ReactNode
}

const widthOf = (item: DrawnItem): number => item.facings * item.packWidthMm
const spanOf = (item: DrawnItem): DrawnSpan => ({
  startMm: item.startMm,
  endMm: item.startMm + widthOf(item),
})

/** A fixture, or a board of it, drawn to scale with its packs; the same as a table for who does not see it. */
export function ShelfDrawing(props: ShelfDrawingProps) {
  const { title, shelves, items, blocks = [], size, itemProps, svgProps, children } = props
  const layout = layoutOf(shelves, size)
  const hatch = `hatch${useId().replaceAll(':', '')}`
  const levelOf = (level: number) => layout.levels.find((one) => one.level === level)
  const mark = (state: DrawnItem['state'], Mark: typeof SelectedOutline | typeof RefusedOutline) =>
    items.map((item) => {
      const level = item.state === state && levelOf(item.level)
      return level && <Mark key={item.key} item={item} level={level} originX={layout.originX} />
    })
  return (
    <div className={`shelf-drawing ${size}`}>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role={itemProps ? 'group' : 'img'}
        aria-label={title}
        {...svgProps}
      >
        <defs>
          <pattern
            id={hatch}
            width="14"
            height="14"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path className="hatch" d="M0 0V14" />
          </pattern>
        </defs>
        {size === 'full' && <Ruler layout={layout} />}
        <Frame layout={layout} from={size === 'full' ? 44 : 0} />
        {layout.levels.map((level) => (
          <Level
            key={level.level}
            layout={layout}
            level={level}
            items={items.filter((item) => item.level === level.level)}
            blocks={blocks.filter((block) => block.level === level.level)}
            isFull={size === 'full'}
            hatch={hatch}
            itemProps={itemProps}
          />
        ))}
        {mark('selected', SelectedOutline)}
        {mark('refused', RefusedOutline)}
        {children}
      </svg>
      <ShelfTable title={title} shelves={shelves} items={items} blocks={blocks} />
    </div>
  )
}

function Frame({ layout, from }: { layout: DrawingLayout; from: number }) {
  const upright = { className: 'upright', y: from, width: uprightMm, height: layout.height - from }
  return (
    <>
      <rect {...upright} x={layout.originX - uprightMm} />
      <rect {...upright} x={layout.width - uprightMm} />
    </>
  )
}

type LevelProps = Pick<ShelfDrawingProps, 'items' | 'itemProps'> & {
  layout: DrawingLayout
  level: DrawnLevel
  blocks: DrawnBlock[]
  isFull: boolean
  hatch: string
}

function Level({ layout, level, items: all, blocks, isFull, hatch, itemProps }: LevelProps) {
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
          isLabelled={isFull && endMm - startMm >= 90 && !isCovered({ startMm, endMm })}
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
          <Packs item={item} x={x + item.startMm} floorY={floorY} />
          <RailText item={item} x={x + item.startMm} y={floorY + boardMm} isFull={isFull} />
        </g>
      ))}
    </g>
  )
}

// 17 mm letters: "3 muka" needs 70 mm, with "isi 18" 138 mm.
function RailText({ item, x, y, isFull }: { item: DrawnItem; x: number; y: number; isFull: boolean }) {
  const width = widthOf(item)
  return (
    <>
      <path className="tick" d={`M${x} ${y}v${railMm}`} />
      {isFull && (
        <text className="rail-text" x={x + 8} y={y + 17}>
          <tspan className="strong">
            {width < 70 ? item.facings : say({ key: 'drawing.facings', facings: item.facings })}
          </tspan>
          {item.note && width >= 138 && <tspan dx="6">{item.note}</tspan>}
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
