/** A paper and where its labels are on it, in millimetres. A roll has one label per page. */
export type Sheet = {
  page: { width: number; height: number }
  label: { width: number; height: number }
  columns: number
  rows: number
  /** The corner of the first label, and from one to the next. */
  first: { x: number; y: number }
  step: { x: number; y: number }
  layout: 'pack' | 'small' | 'roll' | 'carton'
}

const a4 = { width: 210, height: 297 }

function single(width: number, height: number, layout: Sheet['layout']): Sheet {
  const size = { width, height }
  return { page: size, label: size, columns: 1, rows: 1, first: { x: 0, y: 0 }, step: { x: 0, y: 0 }, layout }
}

/** The papers that are sold here, by what stands in the address. */
export const sheets = {
  'a4-24': {
    page: a4,
    label: { width: 70, height: 37 },
    columns: 3,
    rows: 8,
    first: { x: 0, y: 0.5 },
    step: { x: 70, y: 37 },
    layout: 'pack',
  },
  'a4-65': {
    page: a4,
    label: { width: 38.1, height: 21.2 },
    columns: 5,
    rows: 13,
    first: { x: 4.65, y: 10.7 },
    step: { x: 40.65, y: 21.2 },
    layout: 'small',
  },
  'rol-50x30': single(50, 30, 'roll'),
  'karton-100x150': single(100, 150, 'carton'),
} as const satisfies Record<string, Sheet>

export type SheetName = keyof typeof sheets
export const sheetNames = ['a4-24', 'a4-65', 'rol-50x30', 'karton-100x150'] as const satisfies SheetName[]

export const labelsOn = ({ columns, rows }: Sheet): number => columns * rows

/** Where the label with this number is, counted from the first one on the first page. */
export function placeOf(sheet: Sheet, number: number): { page: number; x: number; y: number } {
  const onPage = number % labelsOn(sheet)
  return {
    page: Math.floor(number / labelsOn(sheet)),
    x: sheet.first.x + (onPage % sheet.columns) * sheet.step.x,
    y: sheet.first.y + Math.floor(onPage / sheet.columns) * sheet.step.y,
  }
}
