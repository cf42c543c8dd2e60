import { type StoredImage, storeImage } from '#app/platform/images.server.ts'
import { liesFlat, packshot } from '../packshots/packshot.ts'
import type { PackProduct } from '../packshots/product.ts'
import { scene } from '../packshots/scene.ts'
import { furtherPhotos } from './batu/further-photos.ts'

const longestPx = 800
const atOnce = 3

export type Packshots = {
  front: StoredImage
  face: StoredImage
  others: { image: StoredImage; alt: string }[]
}

/** Draws every product and keeps the pictures as if they had been photographed; a few at once, by name. */
export async function storePackshots(products: PackProduct[]): Promise<Map<string, Packshots>> {
  const stored = new Map<string, Packshots>()
  const waiting = products.values()
  const work = async () => {
    for (const product of waiting) {
      const front = await store(product, packshot(product))
      const face = liesFlat(product) ? await store(product, packshot(product, { view: 'face' })) : front
      const others = []
      for (const { is, alt } of furtherPhotos[product.name] ?? [])
        others.push({ image: await store(product, scene(product, is)), alt })
      stored.set(product.name, { front, face, others })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return stored
}

async function store(product: PackProduct, drawing: string): Promise<StoredImage> {
  const { default: sharp } = await import('sharp')
  const svg = Buffer.from(drawing)
  const { width, height } = await sharp(svg).metadata()
  const density = (72 * longestPx) / Math.max(width, height)
  const png = await sharp(svg, { density }).png({ compressionLevel: 1 }).toBuffer()
  const image = await storeImage(png)
  if ('refused' in image) throw new Error(`The picture of ${product.name} was refused: ${image.refused}`)
  return image
}
