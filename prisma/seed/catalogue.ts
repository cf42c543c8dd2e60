import { addDays, type Day, toDate } from '#app/platform/calendar.ts'
import { record } from '#app/platform/outbox.server.ts'
import { slugOf } from '#app/platform/slug.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { ownPhotos } from './batu/further-photos.ts'
import { cooperativeOf } from './batu/places.ts'
import { producers } from './batu/producers.ts'
import { categoryOf, products, type SeedProduct } from './batu/products.ts'
import { chanceOf } from './chance.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { organisationId } from './organisations.ts'
import { packRow, seededPacks } from './packs.ts'
import type { Packshots } from './packshots.ts'
import { photoId } from './photos.ts'
import { certificatesOf, processingOf } from './variant.ts'

export const productId = (name: string): string => idOf('product', name)
export const producerId = (name: string): string => idOf('producer', name)

/** Writes producers, products, variants and certificates, and the job that makes them searchable. */
export async function writeCatalogue(tx: Db, pictures: Map<string, Packshots>, today: Day): Promise<void> {
  await tx.producer.createMany({
    data: producers.map(({ village, name, story }) => ({
      id: producerId(name),
      cooperativeId: organisationId(cooperativeOf(village).slug),
      villageCode: cooperativeOf(village).villageCode,
      name,
      slug: slugOf(name),
      story,
      createdAt: at(addDays(today, -230), 10),
    })),
  })
  await tx.product.createMany({
    data: products.map((product) => {
      const publishedAt = at(addDays(today, -chanceOf(product.name)(3, 200)), chanceOf(product.name)(8, 16))
      const { name, village, slug } = product
      const { producer, story } = makerOf(name)
      return {
        id: productId(name),
        cooperativeId: organisationId(cooperativeOf(village).slug),
        producerId: producerId(producer),
        categorySlug: categoryOf(product),
        slug,
        name,
        processing: processingOf(product),
        story,
        photoId: photoId(village, pictureOf(pictures, name).face.hash),
        publishedAt,
        changedAt: publishedAt,
      }
    }),
  })
  // The first photo of each stands there since its product was written.
  await tx.productPhoto.createMany({
    data: products.flatMap(({ name, village }) =>
      furtherOf(pictures, name, village).map((photo, i) => ({
        ...{ productId: productId(name), position: i + 2, ...photo },
      })),
    ),
  })
  await tx.producerPhoto.createMany({
    data: ownPhotos.flatMap(({ producer, product, village }) =>
      furtherOf(pictures, product, village).map((photo, i) => ({
        ...{ producerId: producerId(producer), position: i + 1, ...photo },
      })),
    ),
  })
  await tx.variant.createMany({
    data: seededPacks.map((pack, i) => ({
      ...packRow(pack, i + 1),
      frontPhotoId: photoId(pack.product.village, pictureOf(pictures, pack.product.name).front.hash),
    })),
  })
  await tx.priceBreak.createMany({
    data: seededPacks.flatMap(({ id, breaks }) =>
      breaks.map(([fromCartons, price]) => ({ variantId: id, fromCartons, price })),
    ),
  })
  await keepInStoreCodes(tx, seededPacks.length)
  await tx.certificate.createMany({
    data: products.flatMap((product) =>
      heldBy(product).map((kind) => ({
        id: idOf('certificate', product.name, kind),
        cooperativeId: organisationId(cooperativeOf(product.village).slug),
        productId: productId(product.name),
        kind,
        number: 'contoh',
        expiresOn: expiryOf(product, kind, today),
        isSample: true,
      })),
    ),
  })
  await record(tx, 'product.changed', { productIds: products.map(({ name }) => productId(name)) })
}

// Two that are not ready, so that the lists of what is missing have something to say.
const withoutHalal = 'Abon Jamur Tiram 100 g'
const lapsed = { name: 'Brownies Kukus Apel 350 g', kind: 'pirt' }

const heldBy = (product: SeedProduct) =>
  certificatesOf(product).filter((kind) => kind !== 'halal' || product.name !== withoutHalal)

// A halal certificate holds as long as the recipe does.
function expiryOf({ name }: SeedProduct, kind: string, today: Day): Date | null {
  if (kind === 'halal') return null
  const isLapsed = name === lapsed.name && kind === lapsed.kind
  return toDate(addDays(today, isLapsed ? -12 : chanceOf(name + kind)(90, 1_500)))
}

// The next code that the system makes is not one of these.
async function keepInStoreCodes(tx: Db, used: number): Promise<void> {
  await tx.$queryRaw`select setval('in_store_codes', greatest(${used}, (select last_value from in_store_codes)))`
}

/** Who makes a product, and what they tell about it. */
export function makerOf(product: string): { producer: string; story: string } {
  for (const { name, products: made } of producers) {
    const story = made[product]
    if (story) return { producer: name, story }
  }
  throw new Error(`Nobody makes ${product}`)
}

const furtherOf = (pictures: Map<string, Packshots>, name: string, village: string) =>
  pictureOf(pictures, name).others.map(({ image, alt }) => ({
    cooperativeId: organisationId(cooperativeOf(village).slug),
    photoId: photoId(village, image.hash),
    alt,
  }))

export function pictureOf(pictures: Map<string, Packshots>, name: string): Packshots {
  const found = pictures.get(name)
  if (!found) throw new Error(`No picture of ${name}`)
  return found
}
