import type { EffectBoard } from '#app/domain/shelf-orders/effect-boards.ts'
import { say } from '#app/messages/say.ts'
import { ShelfDrawing } from '#app/ui/shelf-drawing.tsx'

/** The boards as they would stand if the offers were taken: the goods of the offer clear, their neighbours grey. */
export function EffectBoards({ boards }: { boards: EffectBoard[] }) {
  return (
    <div className="effect-boards">
      {boards.map(({ shelf, fixtureName, standing }) => {
        const title = say({ key: 'order.effect_board', level: shelf.level, fixture: fixtureName })
        const items = standing.map((one) => ({
          ...one,
          key: one.id,
          state: one.isOffered ? undefined : ('dim' as const),
        }))
        return (
          <figure key={shelf.id}>
            <figcaption className="small quiet">{title}</figcaption>
            <ShelfDrawing title={title} shelves={[shelf]} items={items} size="small" />
          </figure>
        )
      })}
    </div>
  )
}
