export type Surface = 'soft' | 'round' | 'flat'

const stops: Record<Surface, [offset: string, colour: string, opacity: string][]> = {
  soft: [
    ['0', '#000', '.2'],
    ['.07', '#000', '.04'],
    ['.17', '#fff', '.26'],
    ['.3', '#fff', '.03'],
    ['.78', '#000', '.02'],
    ['1', '#000', '.24'],
  ],
  round: [
    ['0', '#000', '.34'],
    ['.14', '#000', '.05'],
    ['.24', '#fff', '.42'],
    ['.34', '#fff', '.06'],
    ['.62', '#000', '0'],
    ['1', '#000', '.36'],
  ],
  flat: [
    ['0', '#fff', '.16'],
    ['.5', '#fff', '0'],
    ['1', '#000', '.14'],
  ],
}

/** Light on the material, the same for every pack: it falls from the upper left. */
export function light(id: string, surface: Surface): string {
  const slope = surface === 'flat' ? ' x2=".25" y2="1"' : ''
  const inner = stops[surface].map(
    ([offset, colour, opacity]) =>
      `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  )
  return `<linearGradient id="${id}s"${slope}>${inner.join('')}</linearGradient>`
}
