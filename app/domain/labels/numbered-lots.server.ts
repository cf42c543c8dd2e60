import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, fromDate } from '#app/platform/calendar.ts'
import { lotCodeOf } from './lot-code.ts'

/** The lots of these packs, each with its number among those of its pack and day, from which its code is made. */
export const numberedLots = (variantIds: string[]) => Prisma.sql`(
  select *, row_number() over (partition by variant_id, received_on order by created_at, id)::int as number
  from lots where variant_id = any(${variantIds}::text[]))`

/** What is read of a lot to call it by its code. */
export type NumberedLot = { bestBefore: Date; receivedOn: Date; number: number }

/** The same row with the lot's code, and its last day as a day. */
export function withLotCode<Row extends NumberedLot>({ bestBefore, receivedOn, number, ...row }: Row) {
  const named: { bestBefore: Day; code: string } = {
    bestBefore: fromDate(bestBefore),
    code: lotCodeOf({ receivedOn: fromDate(receivedOn), number }),
  }
  return { ...row, ...named }
}
