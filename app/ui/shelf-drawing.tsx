import { type ComponentPropsWithoutRef, type CSSProperties, type ReactNode, useId } from 'react'
import type { Photo } from './pack-image.tsx'
import { Level } from './shelf-drawing-level.tsx'
import { RefusedOutline, SelectedOutline } from './shelf-drawing-marks.tsx'
import { Ruler } from './shelf-drawing-ruler.tsx'
import { ShelfTable } from './shelf-drawing-table.tsx'
import { type DrawingLayout, type DrawnShelf, type DrawnSize, layoutOf, uprightMm } from './shelf-geometry.ts'

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

/** A fixture, or a board of it, drawn to scale with its packs; the same as a table for who does not see it. */
export function ShelfDrawing(props: ShelfDrawingProps) {
  const { title, shelves, items, blocks = [], size, itemProps, svgProps, children } = props
  const layout = layoutOf(shelves, size)
  const hatch = `hatch${useId().replaceAll(':', '')}`
  const levelOf = (level: number) => layout.levels.find((one) => one.level === level)
  const mark = (state: DrawnItem['state'], Mark: typeof SelectedOutline | typeof RefusedOutline) =>
    items.map((item) => {
      const level = item.state === state && levelOf(item.level)
      return level && <Mark key={item.key} item={item} level={level} layout={layout} itemProps={itemProps} />
    })
  return (
    <div className={`shelf-drawing ${size}`}>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role={itemProps ? 'group' : 'img'}
        aria-label={title}
        style={{ '--text': `${layout.textMm}px` } as CSSProperties}
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
