import type { OrderLine } from './line-queries.server.ts'

type Shelf = OrderLine['places'][number]['shelf']
type Standing = OrderLine['places'][number] & {
  name: string
  photo: OrderLine['photo']
  /** What the drawing is about: the goods of the offer. */
  isOffered: boolean
}
export type EffectBoard = { shelf: Shelf; fixtureName: string; standing: Standing[] }

/** The boards that the offers of one purchase order touch, as they would stand if every offer were taken. */
export function effectBoardsOf(offers: OrderLine[], ofTheOrder: OrderLine[]): EffectBoard[] {
  const boards = new Map<string, EffectBoard>()
  for (const { places } of offers)
    for (const { shelf, fixture } of places)
      boards.set(shelf.id, { shelf, fixtureName: fixture.name, standing: [] })
  for (const line of ofTheOrder) {
    const isOffered = offers.some(({ id }) => id === line.id)
    for (const place of line.places) {
      const facings = isOffered ? facingsAfter(line, place.id) : place.facings
      if (facings === 0) continue
      boards
        .get(place.shelf.id)
        ?.standing.push({ ...place, facings, name: line.name, photo: line.photo, isOffered })
    }
  }
  return [...boards.values()]
}

const facingsAfter = ({ effect }: OrderLine, bookingId: string): number =>
  effect?.kept.find(({ id }) => id === bookingId)?.facings ?? 0
