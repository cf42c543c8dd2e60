// Draws a pack from its data. One unit is one millimetre and the outline fills the box exactly, so that the same
// drawing stands in the catalogue and, at any scale, on a shelf.
import { inksOf } from './inks.ts'
import { light } from './light.ts'
import type { PackProduct } from './product.ts'
import { bag, stick } from './shapes/bags.ts'
import { bottle } from './shapes/bottle.ts'
import { box, carton } from './shapes/boxes.ts'
import { card, cloth } from './shapes/crafts.ts'
import { bouquet, pot } from './shapes/plants.ts'
import { pouch } from './shapes/pouch.ts'
import type { Drawing, Shape } from './shapes/shape.ts'
import { tray } from './shapes/tray.ts'
import { cup, jar } from './shapes/tubs.ts'
import { hashOf } from './svg.ts'

/** `front`: width × height, as it stands on the shelf. `face`: what lies flat, seen from above, width × depth. */
type View = 'front' | 'face'

const shapes: Partial<Record<PackProduct['pack'], Shape>> = {
  pouch,
  cup,
  jar,
  box,
  dus: carton,
  botol: bottle,
  ikat: bouquet,
}

export function shapeOf({ pack, category, name }: PackProduct): Shape {
  const shape = shapes[pack]
  if (shape) return shape
  if (/segar$/.test(category)) return tray
  if (/^bunga/.test(category)) return pot
  if (/^(kriya|batik|kerajinan)/.test(category)) return /batik/i.test(name) ? cloth : card
  if (/^perawatan/.test(category)) return box
  return /stik/i.test(name) ? stick : bag
}

const flat: Shape[] = [box, bag, cloth, tray]

/** Whether a pack lies on the shelf, so that the catalogue shows it from above. */
export function liesFlat(product: PackProduct): boolean {
  return (product.depthMm ?? 0) > product.heightMm * 1.2 && flat.includes(shapeOf(product))
}

/** The pack as an SVG. Deterministic; needs no font and no other file. */
export function packshot(product: PackProduct, { view = 'front' }: { view?: View } = {}): string {
  const width = product.widthMm
  const height = view === 'face' && liesFlat(product) ? (product.depthMm ?? 0) : product.heightMm
  const id = `p${hashOf(product.name + view).toString(36)}`
  const drawing = shapeOf(product)(product, inksOf(product.name), width, height, id)
  const title = product.name.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${title}</title>`,
    `<defs>${light(id, drawing.surface)}<clipPath id="${id}c"><path d="${drawing.outline}"/></clipPath></defs>`,
    `<g clip-path="url(#${id}c)">${drawing.inner}${drawing.over ?? ''}${lit(drawing, id)}</g>`,
    edge(drawing),
    drawing.top ?? '',
    '</svg>',
  ].join('')
}

const lit = ({ outline, isMatt }: Drawing, id: string) =>
  isMatt ? '' : `<path d="${outline}" fill="url(#${id}s)"/>`
const edge = ({ outline, isMatt }: Drawing) =>
  isMatt ? '' : `<path d="${outline}" fill="none" stroke="#000" stroke-opacity=".18" stroke-width=".6"/>`
