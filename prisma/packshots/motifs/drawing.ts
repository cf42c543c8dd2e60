/** The four inks of a drawing: main and second colour, a light one for flesh, a dark one for lines. */
export type Colours = { main: string; second: string; light: string; dark: string }

/** The same drawing `count` times around the centre. */
export const ring = (count: number, draw: (degrees: number, i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw((360 / count) * i, i)).join('')

/** The same drawing at many places, each with a size of its own where it needs one. */
export const scatter = (
  places: [x: number, y: number, size?: number][],
  draw: (x: number, y: number, i: number, size: number) => string,
): string => places.map(([x, y, size = 0], i) => draw(x, y, i, size)).join('')

export const ellipse = (
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  degrees = 0,
  extra = '',
): string => {
  const turned = degrees ? ` transform="rotate(${degrees} ${cx} ${cy})"` : ''
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${turned}${extra}/>`
}

export const shape = (d: string, fill: string, extra = ''): string =>
  `<path d="${d}" fill="${fill}"${extra}/>`

export const line = (d: string, stroke: string, width = 2): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`
