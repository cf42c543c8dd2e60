import { inks as all, type Inks } from '../inks.ts'
import { text, titleBlock } from '../lettering.ts'
import { type Motif, motif } from '../motifs/motifs.ts'
import { svg } from '../svg.ts'
import { wordingOf } from '../wording.ts'
import type { Shape } from './shape.ts'

type Skin = [main: string, light: string, dark: string]

const skins: [RegExp, Skin][] = [
  [/manalagi/, ['#b9c651', '#c9d163', '#a9b946']],
  [/rome/, ['#a92f38', '#bd4440', '#982630']],
  [/jeruk/, ['#e08a2e', '#e89a40', '#d27c22']],
  [/stroberi/, ['#c93d3f', '#d65450', '#b82f36']],
  [/jambu/, ['#9fb75a', '#b3c76c', '#8aa54a']],
  [/wortel/, ['#d96f28', '#e07f38', '#c9601d']],
  [/kentang/, ['#c69a5c', '#d3aa6c', '#b78a4c']],
  [/bawang/, ['#8c3d5e', '#a1526f', '#7b3150']],
  [/jamur/, ['#e2d8c4', '#efe7d6', '#cfc2aa']],
]
const green: Skin = ['#6d9440', '#83a852', '#557a34']
const skinOf = (name: string): Skin => skins.find(([word]) => word.test(name))?.[1] ?? green
const isLeafy = (name: string) => /selada|brokoli|sayur/.test(name)

/** One piece of the heap: its place, its size, and its number in its row. */
type Piece = { x: number; y: number; size: number; i: number; row: number }
type Draw = (piece: Piece, skin: Skin, inks: Inks) => string

const toneOf = ({ i, row }: Piece, skin: Skin): string => skin[(i * 2 + row) % 3] ?? skin[0]

const leaf =
  (name: Motif, h: number): Draw =>
  ({ x, y, size, i, row }, skin, inks) => {
    const even = (i + row) % 2 === 0
    const colours = {
      ...inks,
      main: even ? skin[1] : skin[0],
      second: even ? skin[0] : '#4b7034',
      light: '#cfdcae',
    }
    return motif(name, colours, x, y - h * 0.02, size, ((i * 37) % 30) - 15)
  }

const berry: Draw = (piece, skin, inks) => {
  const colours = { main: toneOf(piece, skin), second: '#3f7a45', light: '#f0d9a0', dark: '#5d2a3c' }
  return motif(inks.motif, colours, piece.x, piece.y, piece.size, ((piece.i * 53) % 50) - 25)
}

const root: Draw = (piece, skin) => {
  const { x, y, size } = piece
  return [
    svg`<rect x="${x - size * 0.36}" y="${y - size * 0.34}" width="${size * 0.8}" height="${size * 0.8}" rx="${size * 0.4}" fill="${toneOf(piece, skin)}"/>`,
    svg`<circle cx="${x + size * 0.04}" cy="${y + size * 0.06}" r="${size * 0.13}" fill="${skin[2]}" opacity=".5"/>`,
  ].join('')
}

const mushroom: Draw = (piece, skin, inks) => {
  const colours = { ...inks, main: skin[2], light: toneOf(piece, skin) }
  return motif('mushroom', colours, piece.x, piece.y, piece.size * 1.15, ((piece.i * 41) % 40) - 20)
}

const fruit: Draw = (piece, skin) => {
  const { x, y, size } = piece
  return [
    svg`<circle cx="${x}" cy="${y}" r="${size * 0.47}" fill="${toneOf(piece, skin)}"/>`,
    svg`<path d="M${x - size * 0.3} ${y - size * 0.12}A${size * 0.34} ${size * 0.34} 0 0 1 ${x} ${y - size * 0.34}"`,
    svg` fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="${size * 0.07}" stroke-linecap="round"/>`,
    svg`<circle cx="${x + size * 0.06}" cy="${y - size * 0.1}" r="${size * 0.035}" fill="#4a3a20"/>`,
  ].join('')
}

function pieceOf(name: string, h: number): Draw {
  if (isLeafy(name)) return leaf(/brokoli|sop/.test(name) ? 'broccoli' : 'lettuce', h)
  if (/stroberi|bawang/.test(name)) return berry
  if (/wortel/.test(name)) return root
  return /jamur/.test(name) ? mushroom : fruit
}

// Rows from the back of the heap to the front, every second one half a piece to the right.
function heap(name: string, skin: Skin, inks: Inks, w: number, h: number): string {
  const leafy = isLeafy(name)
  const size = Math.min(h * (leafy ? 0.66 : 0.56), w * (leafy ? 0.42 : 0.34))
  const rows = Math.max(1, Math.ceil(h / (size * (leafy ? 0.56 : 0.74))))
  const columns = Math.ceil(w / (size * 0.8)) + 1
  const draw = pieceOf(name, h)
  let drawn = ''
  for (let row = rows - 1; row >= 0; row--) {
    const y = h - size * (leafy ? 0.24 : 0.46) - row * size * (leafy ? 0.54 : 0.66)
    for (let i = 0; i < columns; i++)
      drawn += draw({ x: (i + (row % 2) * 0.5) * size * 0.82, y, size, i, row }, skin, inks)
  }
  return drawn
}

function label(name: string, w: number, h: number): string {
  const { title, net } = wordingOf(name)
  const [x, y, width, height] = [w * 0.27, h * 0.3, w * 0.46, Math.min(h * 0.5, 46)]
  const room = { x: x + width * 0.07, y: y + height * 0.14, width: width * 0.86, height: height * 0.5 }
  return [
    svg`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="1.5" fill="${all.white}"/>`,
    titleBlock(title, room, all.leaf, { max: height * 0.27 }).svg,
    text(net, room.x, y + height * 0.88, height * 0.16, all.leaf, { weight: 500 }),
  ].join('')
}

/** Fresh goods: the produce itself under film, with a paper label. */
export const tray: Shape = (product, inks, w, h) => {
  const name = product.name.toLowerCase()
  const skin = skinOf(name)
  return {
    surface: 'flat',
    outline: [
      svg`M${w * 0.04} ${h * 0.16}Q${w * 0.07} 0 ${w * 0.2} 0H${w * 0.8}Q${w * 0.93} 0 ${w * 0.96} ${h * 0.16}`,
      svg`L${w} ${h * 0.6}L${w * 0.955} ${h - 2}Q${w * 0.95} ${h} ${w * 0.93} ${h}`,
      svg`H${w * 0.07}Q${w * 0.05} ${h} ${w * 0.045} ${h - 2}L0 ${h * 0.6}Z`,
    ].join(''),
    inner: [
      svg`<rect width="${w}" height="${h}" fill="${isLeafy(name) ? '#3a5a2f' : skin[2]}"/>`,
      heap(name, skin, inks, w, h),
      svg`<path d="M0 ${h * 0.78}H${w}V${h}H0Z" fill="#f4f3ec" opacity=".34"/>`,
      svg`<path d="M0 ${h * 0.78}H${w}" stroke="#fff" stroke-opacity=".75" stroke-width="1.2"/>`,
    ].join(''),
    over: [
      label(product.name, w, h),
      svg`<path d="M${w * 0.1} ${h * 0.12}Q${w * 0.3} ${h * 0.04} ${w * 0.62} ${h * 0.09}" fill="none"`,
      svg` stroke="#fff" stroke-opacity=".6" stroke-width="${h * 0.03}" stroke-linecap="round"/>`,
      svg`<path d="M${w * 0.86} ${h * 0.1}L${w * 0.94} ${h * 0.5}" stroke="#fff" stroke-opacity=".35"`,
      svg` stroke-width="${h * 0.04}" stroke-linecap="round"/>`,
    ].join(''),
  }
}
