import type { EffectBoard } from '#app/domain/shelf-orders/effect-boards.ts'
import { say } from '#app/messages/say.ts'
import { ShelfDrawing } from '#app/ui/shelf-drawing.tsx'

/** The boards as they would stand if the offers were taken: the goods of the offer clear, their neighbours grey. */
export function EffectBoards({ boards }: { boards: EffectBoard[] }) {
  return (
    <div className="effect-boards">
      {boards.map(({ shelf, fixtureName, standing }) => (
        <ShelfDrawing
          key={shelf.id}
          title={say({ key: 'order.effect_board', level: shelf.level, fixture: fixtureName })}
          shelves={[shelf]}
          items={standing.map((one) => ({
            ...one,
            key: one.id,
            state: one.isOffered ? undefined : 'dim',
          }))}
          size="small"
        />
      ))}
    </div>
  )
}
