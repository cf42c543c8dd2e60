import type { Cell } from './write-xlsx.server.ts'

export type Table = { name: string; rows: () => AsyncGenerator<Cell[]> }

/** Rows in pages by id: each page asks for what follows the last one's end. */
export async function* paged<Row extends { id: string }>(
  list: (after: string, take: number) => Promise<Row[]>,
) {
  const take = 500
  let after = ''
  for (;;) {
    const page = await list(after, take)
    yield* page
    if (page.length < take) return
    after = page.at(-1)?.id ?? ''
  }
}

/** A whole number stays a number; of what has more digits than a sheet keeps, or begins with a zero, a text. */
export const numeric = (value: bigint | number | null): Cell => (value === null ? null : Number(value))
