// Further photos of a product, square, drawn from the same data as its pack: what is inside, some beside each other on a
// board, and the back.
import { inks as colours, inksOf } from './inks.ts'
import { text, titleBlock } from './lettering.ts'
import { light } from './light.ts'
import { motif } from './motifs/motifs.ts'
import { packshot, shapeOf } from './packshot.ts'
import type { PackProduct } from './product.ts'
import { hashOf, repeat, svg } from './svg.ts'
import { wordingOf } from './wording.ts'

export const scenes = ['inside', 'row', 'back'] as const
export type Scene = (typeof scenes)[number]

const wall = '#eaece4'
const board = '#ddc49a'
const side = 400
/** A page that shows a square lower than it is cuts a tenth off: then the pack stands on the page's own board. */
const floor = 0.9 * side

/** A scene as an SVG. Deterministic; needs no font and no other file. */
export function scene(product: PackProduct, of: Scene): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img">`,
    { inside, row, back }[of](product),
    '</svg>',
  ].join('')
}

// Seen from above: a bowl on a cloth in the colour of the pack.
function inside(product: PackProduct): string {
  const inks = inksOf(product.name)
  const ground = inks.ground === colours.white ? colours.ivory : inks.ground
  const turn = hashOf(product.name) % 360
  const places = [0, 1, 2, 3, 4, 5, 6].map((i) => {
    const angle = (turn + i * 60) * (Math.PI / 180)
    const far = i === 6 ? 0 : 74
    return motif(
      inks.motif,
      inks,
      200 + Math.cos(angle) * far,
      196 + Math.sin(angle) * far,
      i === 6 ? 104 : 84,
      turn + i * 47,
    )
  })
  return [
    svg`<rect width="${side}" height="${side}" fill="${ground}"/>`,
    `<path d="${repeat(9, (i) => svg`M${i * 50} 0V${side}M0 ${i * 50}H${side}`)}" stroke="#fff" stroke-opacity=".16" stroke-width="6"/>`,
    '<ellipse cx="208" cy="214" rx="158" ry="158" fill="#000" opacity=".18"/>',
    `<circle cx="200" cy="200" r="158" fill="${colours.white}"/>`,
    '<circle cx="200" cy="200" r="158" fill="none" stroke="#000" stroke-opacity=".12" stroke-width="1.5"/>',
    '<circle cx="200" cy="200" r="132" fill="#000" opacity=".05"/>',
    `<circle cx="200" cy="203" r="130" fill="${colours.white}"/>`,
    ...places,
    motif(inks.motif, inks, 350, 352, 78, turn),
    '<path d="M76 122A152 152 0 0 1 172 52" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".7"/>',
  ].join('')
}

// Three on a board, as they will stand in a shop.
function row(product: PackProduct): string {
  const { widthMm: w, heightMm: h } = product
  const scale = Math.min(330 / (w * 3), 296 / h)
  const [width, height] = [w * scale, h * scale]
  const pack = packshot(product)
    .replace(/ width="[^"]*" height="[^"]*" role="img"/, '')
    .replace(/<title>.*?<\/title>/, '')
  const left = (side - width * 3) / 2
  return [
    `<rect width="${side}" height="${side}" fill="${wall}"/>`,
    repeat(3, (i) =>
      pack.replace(
        '<svg ',
        svg`<svg x="${left + i * width}" y="${floor - height}" width="${width * 0.97}" height="${height}" preserveAspectRatio="none" `,
      ),
    ),
    svg`<rect y="${floor}" width="${side}" height="14" fill="${board}"/>`,
    svg`<rect y="${floor + 14}" width="${side}" height="${side - floor - 14}" fill="#e1e883"/>`,
  ].join('')
}

// The same outline without its face: what is in it, how it is kept, and where the code stands.
function back(product: PackProduct): string {
  const { widthMm: w, heightMm: h, name } = product
  const inks = inksOf(name)
  const id = `b${hashOf(name).toString(36)}`
  const { outline, surface, top = '' } = shapeOf(product)({ ...product, name: '' }, inks, w, h, id)
  const scale = Math.min(290 / w, 296 / h)
  const { kind, title, net } = wordingOf(name)
  const label = { x: w * 0.16, y: h * 0.2, width: w * 0.68, height: h * 0.66 }
  const line = label.height / 12
  const inner = label.width * 0.84
  const start = label.x + label.width * 0.08
  const bars = repeat(26, (i) => {
    const thick = 0.4 + (hashOf(`${name}${i}`) % 3) * 0.35
    return svg`<rect x="${start + (inner * i) / 26}" y="${label.y + line * 8.6}" width="${(thick * inner) / 60}" height="${line * 2.4}"/>`
  })
  const lines = repeat(6, (i) => {
    const part = 0.68 + (hashOf(`${name}-${i}`) % 32) / 100
    return svg`<rect x="${start}" y="${label.y + line * (3.4 + i * 0.8)}" width="${inner * part}" height="${line * 0.3}" rx="${line * 0.15}"/>`
  })
  const heading = titleBlock(
    [kind, title].filter(Boolean).join(' '),
    { x: start, y: label.y + line * 0.8, width: inner, height: line * 1.7 },
    inks.text === colours.white ? inks.dark : inks.text,
    { max: line * 1.5 },
  )
  return [
    `<rect width="${side}" height="${side}" fill="${wall}"/>`,
    `<defs>${light(id, surface)}<clipPath id="${id}c"><path d="${outline}"/></clipPath></defs>`,
    svg`<g transform="translate(${(side - w * scale) / 2} ${floor - h * scale}) scale(${String(Math.round(scale * 1000) / 1000)})">`,
    svg`<g clip-path="url(#${id}c)"><rect width="${w}" height="${h}" fill="${inks.ground}"/>`,
    svg`<rect x="${label.x}" y="${label.y}" width="${label.width}" height="${label.height}" rx="${w * 0.02}" fill="${colours.white}"/>`,
    heading.svg,
    `<g fill="#46291f" opacity=".5">${lines}</g><g fill="#1f2c28">${bars}</g>`,
    text(net, start + inner, label.y + line * 11.7, line * 0.5, colours.night, { anchor: 1, weight: 500 }),
    svg`<path d="${outline}" fill="url(#${id}s)"/></g>`,
    `<path d="${outline}" fill="none" stroke="#000" stroke-opacity=".18" stroke-width=".6"/>${top}</g>`,
    svg`<rect y="${floor}" width="${side}" height="${side - floor}" fill="${board}"/>`,
  ].join('')
}
