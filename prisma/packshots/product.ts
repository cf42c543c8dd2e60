/** What a drawing needs to know of a product. */
export type PackProduct = {
  name: string
  pack: 'pouch' | 'cup' | 'botol' | 'jar' | 'box' | 'dus' | 'pack' | 'pcs' | 'ikat'
  category: string
  /** Packs of a category look different from village to village. */
  village?: string
  widthMm: number
  heightMm: number
  depthMm?: number
}
