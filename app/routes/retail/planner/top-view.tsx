import { say } from '#app/messages/say.ts'

type TopViewProps = {
  facings: number
  rows: number
  pack: { widthMm: number; depthMm: number }
  depthMm: number
}

/** The board from above, the front below: facings side by side, rows behind them, and the depth that is left. */
export function TopView({ facings, rows, pack, depthMm }: TopViewProps) {
  const width = facings * pack.widthMm
  const boxes = Array.from({ length: facings * rows }, (_, i) => ({
    x: (i % facings) * pack.widthMm,
    y: depthMm - (Math.floor(i / facings) + 1) * pack.depthMm,
  }))
  return (
    <svg
      className="top-view"
      viewBox={`-4 -4 ${width + 8} ${depthMm + 8}`}
      role="img"
      aria-label={say({ key: 'planner.from_above', facings, rows })}
    >
      <rect className="depth" width={width} height={depthMm} />
      {boxes.map(({ x, y }) => (
        <rect
          key={`${x} ${y}`}
          className="box"
          x={x + 3}
          y={y + 3}
          width={pack.widthMm - 6}
          height={pack.depthMm - 6}
        />
      ))}
    </svg>
  )
}
