import type { CSSProperties, RefObject } from 'react'
import type { Placement } from '#app/domain/shelf-plans/draft.ts'
import { packFile } from '#app/ui/pack-image.tsx'
import { drawnPlacement, type PlannerScene } from './drawn.ts'

type DragGhostProps = { area: RefObject<HTMLDivElement>; placement: Placement; scene: PlannerScene }

/** The packs that follow the pointer, at the scale of the drawing; moved by the drag, not by React. */
export function DragGhost({ area, placement, scene }: DragGhostProps) {
  const variant = scene.variants[placement.variantId]
  if (!variant) return null
  const stack = drawnPlacement(placement, scene)?.stack ?? 1
  const size = {
    '--w': variant.widthMm,
    '--h': variant.heightMm,
    '--facings': placement.facings,
  } as CSSProperties
  return (
    <div ref={area} className="ghost" style={size} aria-hidden="true">
      {Array.from({ length: placement.facings * stack }, (_, i) => (
        <img key={`${placement.id}${i}`} src={packFile(variant.photo)} alt="" />
      ))}
    </div>
  )
}
