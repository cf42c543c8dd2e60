import { Prisma } from '#app/generated/prisma/client.ts'
import { type Day, toDate } from '#app/platform/calendar.ts'

/**
 * What stands on shelves, or will: bookings whose order line a cooperative accepted, not released and not over.
 *
 * A piece of SQL for the public reads of every folder, so that they agree on what "stands in a store" means.
 */
export const standing = (today: Day) => Prisma.sql`(
  select b.id as booking_id, b.shelf_id, b.variant_id, l.store_id, b.starts_on, b.ends_on, b.facings, b.stack,
    b.start_mm, b.end_mm, b.pack_width_mm, b.pack_height_mm
  from shelf_bookings b join purchase_order_lines l on l.id = b.line_id
  where l.status = 'accepted' and b.released_at is null and b.ends_on > ${toDate(today)}::date)`
