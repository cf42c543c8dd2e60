import type { Pack } from '#app/generated/prisma/enums.ts'
import type { SaveProposal, TypedVariant } from './rules.ts'

export type Measures = { widthMm: number; heightMm: number; depthMm: number; stackable: boolean }

/** The usual measure of each shape, to be corrected: the middle of what villages of the first city sell. */
export const presets: Record<Pack, Measures> = {
  pouch: { widthMm: 160, heightMm: 230, depthMm: 60, stackable: false },
  cup: { widthMm: 62, heightMm: 72, depthMm: 62, stackable: true },
  botol: { widthMm: 62, heightMm: 175, depthMm: 62, stackable: false },
  jar: { widthMm: 70, heightMm: 95, depthMm: 70, stackable: true },
  box: { widthMm: 180, heightMm: 75, depthMm: 110, stackable: true },
  dus: { widthMm: 330, heightMm: 150, depthMm: 330, stackable: true },
  pack: { widthMm: 170, heightMm: 70, depthMm: 200, stackable: false },
  pcs: { widthMm: 90, heightMm: 120, depthMm: 70, stackable: false },
  ikat: { widthMm: 130, heightMm: 650, depthMm: 130, stackable: false },
}

/** Packs whose shape was chosen and whose measures were left empty get the usual ones; what was typed stays. */
export function withPreset(draft: SaveProposal): SaveProposal {
  const { more, ...rest } = draft
  return { ...measured(rest), ...(more && { more: more.map(measured) }) }
}

function measured<Typed extends TypedVariant>(typed: Typed): Typed {
  if (!typed.pack || typed.widthMm || typed.heightMm || typed.depthMm) return typed
  return { ...typed, ...presets[typed.pack] }
}
