import { t } from '#app/messages/say.ts'
import { formatMm, formatNumber } from '#app/platform/measure.ts'
import type { DrawnBlock, DrawnItem } from './shelf-drawing.tsx'
import { type DrawnShelf, gapsOf } from './shelf-geometry.ts'

type Row = { level: number; startMm: number; endMm: number; what: string; facings?: number }
type ShelfTableProps = { title: string; shelves: DrawnShelf[]; items: DrawnItem[]; blocks: DrawnBlock[] }

function rowsOf({ shelves, items, blocks }: ShelfTableProps): Row[] {
  const rows: Row[] = []
  for (const { level, widthMm } of shelves.toSorted((a, b) => b.level - a.level)) {
    const taken: Row[] = [
      ...items
        .filter((item) => item.level === level && item.state !== 'refused')
        .map(({ startMm, facings, packWidthMm, name, note }) => ({
          level,
          startMm,
          endMm: startMm + facings * packWidthMm,
          what: note ? `${name}, ${note}` : name,
          facings,
        })),
      ...blocks
        .filter((block) => block.level === level)
        .map((block) => ({ ...block, what: block.text.join(', ') })),
    ]
    const free = gapsOf(widthMm, taken).map((gap) => ({ ...gap, level, what: t('drawing.free') }))
    rows.push(...[...taken, ...free].toSorted((a, b) => a.startMm - b.startMm))
  }
  return rows
}

/** The drawing as a table, for screen readers and for printing. */
export function ShelfTable(props: ShelfTableProps) {
  return (
    <table>
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('drawing.level')}</th>
          <th scope="col">{t('drawing.what')}</th>
          <th scope="col">{t('drawing.how_many')}</th>
          <th scope="col">{t('drawing.from')}</th>
          <th scope="col">{t('drawing.width')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(props).map(({ level, startMm, endMm, what, facings }) => (
          <tr key={`${level} ${startMm} ${what}`}>
            <td>{level}</td>
            <td>{what}</td>
            <td>{facings === undefined ? '' : formatNumber(facings)}</td>
            <td>{formatMm(startMm)}</td>
            <td>{formatMm(endMm - startMm)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
