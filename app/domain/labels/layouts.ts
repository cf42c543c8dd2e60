/** Where things are on a pack's label: millimetres from its corner, letters in points. */
export type PackLayout = {
  text: { x: number; width: number }
  name: { y: number; height: number; size: number }
  maker: { y: number; height: number; size: number; hasVillage: boolean }
  bestBefore: { y: number; height: number; size: number }
  lot: { x: number; y: number; width: number; height: number; size: number }
  price: {
    x: number
    y: number
    width: number
    height: number
    size: number
    align: 'left' | 'right'
  }
  qr: { x: number; y: number; side: number }
  /** `module` is GS1's X-dimension, 0.264 to 0.66 mm. */
  ean: { x: number; y: number; module: number; height: number; size: number }
}

// Printers leave four millimetres at the edge of an A4, and the labels of this sheet reach it.
const pack: PackLayout = {
  text: { x: 4.5, width: 41 },
  name: { y: 4, height: 8, size: 9 },
  maker: { y: 12, height: 2.9, size: 6.5, hasVillage: true },
  bestBefore: { y: 14.8, height: 3.1, size: 7 },
  lot: { x: 43, y: 30, width: 22.5, height: 2.6, size: 5.5 },
  price: { x: 43, y: 24, width: 22.5, height: 6, size: 13, align: 'right' },
  qr: { x: 46.5, y: 3.5, side: 20 },
  ean: { x: 3.5, y: 18.6, module: 0.33, height: 11.2, size: 7 },
}

const small: PackLayout = {
  text: { x: 1.8, width: 23.5 },
  name: { y: 1.1, height: 4.9, size: 5.5 },
  maker: { y: 6, height: 2, size: 4.5, hasVillage: false },
  bestBefore: { y: 7.9, height: 2, size: 4.5 },
  lot: { x: 14.5, y: 10.6, width: 11.3, height: 1.9, size: 4 },
  price: { x: 1.8, y: 9.8, width: 12.5, height: 3.1, size: 7, align: 'left' },
  qr: { x: 25.3, y: 0.5, side: 12.5 },
  ean: { x: 4.13, y: 13.2, module: 0.264, height: 5.2, size: 5 },
}

// Three dots of a thermal printer (8 per mm) are one module, so that no bar falls between dots.
const roll: PackLayout = {
  text: { x: 2.2, width: 31 },
  name: { y: 1.5, height: 6.2, size: 7 },
  maker: { y: 7.7, height: 2.5, size: 5.5, hasVillage: false },
  bestBefore: { y: 10.1, height: 2.5, size: 5.5 },
  lot: { x: 20, y: 14, width: 13, height: 2.2, size: 5 },
  price: { x: 2.2, y: 12.8, width: 18, height: 4.2, size: 9.5, align: 'left' },
  qr: { x: 33.5, y: 0.7, side: 15.8 },
  ean: { x: 3.8, y: 17.2, module: 0.375, height: 8, size: 7 },
}

export const packLayouts = { pack, small, roll }

/** The carton's label, 100 × 150 mm. `module` is GS1's X-dimension for goods that move, 0.495 to 1.016 mm. */
export const cartonLayout = {
  text: { x: 7, width: 86 },
  name: { y: 8, height: 18, size: 20 },
  amount: { y: 27, height: 8, size: 17 },
  maker: { y: 38, width: 48, height: 11, size: 11 },
  cooperative: { y: 49.5, width: 48, height: 5, size: 10 },
  bestBeforeName: { y: 60, width: 48, height: 5, size: 10 },
  bestBefore: { y: 64.5, width: 48, height: 8, size: 17 },
  lotName: { y: 75, width: 48, height: 5, size: 10 },
  lot: { y: 79.5, width: 48, height: 8, size: 17 },
  qr: { x: 54, y: 39, side: 40 },
  qrHelp: { x: 54, y: 80, width: 40, height: 8, size: 8 },
  itf: { x: 4.85, y: 96, module: 0.6, height: 32, bearer: 3 },
  number: { y: 136, height: 6, size: 13 },
  inStore: { y: 105, height: 24, size: 11 },
}
