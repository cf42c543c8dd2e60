import { addDays, type Day } from '#app/platform/calendar.ts'
import { record } from '#app/platform/outbox.server.ts'
import type { Db } from '#app/platform/transaction.server.ts'
import { cooperativeOf } from './batu/places.ts'
import { at } from './hours.ts'
import { idOf } from './ids.ts'
import { organisationId } from './organisations.ts'
import type { Packshots } from './packshots.ts'

/** The id of a picture that the cooperative of a village keeps. */
export const photoId = (village: string, hash: string): string => idOf('photo', village, hash)

type Pictured = { name: string; village: string }

/** Writes the rows of pictures that are stored already, each with a job for its remaining sizes. */
export async function writePhotos(
  tx: Db,
  products: Pictured[],
  pictures: Map<string, Packshots>,
  today: Day,
): Promise<void> {
  const rows = products.flatMap(({ name, village }) => {
    const { front, face, others = [] } = pictures.get(name) ?? {}
    const images = new Set([front, face, ...others.map(({ image }) => image)])
    return [...images].flatMap((image) => (image ? photoRow(village, image, today) : []))
  })
  await tx.photo.createMany({ data: rows })
  for (const { id } of rows) await record(tx, 'photo.stored', { photoId: id }, { mergeBy: id, canWait: true })
}

const photoRow = (village: string, image: Packshots['front'], today: Day) => ({
  id: photoId(village, image.hash),
  organisationId: organisationId(cooperativeOf(village).slug),
  createdAt: at(addDays(today, -210), 10),
  sentAt: at(addDays(today, -210), 10),
  ...image,
})
