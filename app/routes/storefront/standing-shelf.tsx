import type { ShownShelf } from '#app/domain/stores/public-queries.server.ts'
import { say } from '#app/messages/say.ts'
import { formatShortDay } from '#app/platform/calendar.ts'
import { ShelfDrawing } from '#app/ui/shelf-drawing.tsx'

type StandingShelfProps = {
  title: string
  shelves: ShownShelf[]
  /** Only this product in colour; otherwise everything that is there already. */
  about?: string
}

/** Boards as shoppers see them: what stands there to scale, what is not there yet or not meant in grey. */
export function StandingShelf({ title, shelves, about }: StandingShelfProps) {
  return (
    <ShelfDrawing
      title={title}
      size="small"
      shelves={shelves}
      items={shelves.flatMap(({ level, items }) =>
        items.map(({ isThere, startsOn, productSlug, ...item }) => {
          const isMeant = about ? productSlug === about : isThere
          const note = isThere
            ? undefined
            : say({ key: 'shop.place_from', day: formatShortDay(startsOn) }).toLowerCase()
          return { ...item, level, note, state: isMeant ? undefined : ('dim' as const) }
        }),
      )}
      blocks={shelves.flatMap(({ level, others }) =>
        others.map(({ startMm, endMm, label }) => ({ level, startMm, endMm, text: [label] })),
      )}
    />
  )
}
